package com.pawlane.clinic.partners;

import com.google.common.util.concurrent.RateLimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;

public class SmsGateway implements Notifier {
  private final CloseableHttpClient http;
  private final String endpoint;
  private final RateLimiter limiter;

  public SmsGateway(CloseableHttpClient http, String endpoint, double perSecond) {
    this.http = http;
    this.endpoint = endpoint;
    this.limiter = RateLimiter.create(perSecond);
  }

  @Override
  public void tell(String recipient, String text) throws IOException {
    for (String part : parts(text)) {
      send(message(recipient, part));
    }
  }

  String send(HttpPost post) throws IOException {
    return http.execute(post, response -> EntityUtils.toString(response.getEntity()));
  }

  /** Keeps below the rate the provider allows. */
  public void awaitTurn() {
    limiter.acquire();
  }

  HttpPost message(String recipient, String part) {
    HttpPost post = new HttpPost(endpoint);
    post.setEntity(
        new UrlEncodedFormEntity(
            List.of(new BasicNameValuePair("to", recipient), new BasicNameValuePair("text", part)),
            StandardCharsets.UTF_8));
    return post;
  }

  static List<String> parts(String text) {
    return com.google.common.base.Splitter.fixedLength(160).splitToList(text);
  }
}
