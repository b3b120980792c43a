package sms.gateway;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends text messages through the provider, within the agreed rate. */
public class SmsClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI provider;
  private final RateLimiter limiter;

  public SmsClient(URI provider, RateLimiter limiter) {
    this.provider = provider;
    this.limiter = limiter;
  }

  public boolean send(String number, String text) throws InterruptedException {
    limiter.acquire();
    HttpRequest request =
        HttpRequest.newBuilder(provider.resolve("/item/" + number))
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
          == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
