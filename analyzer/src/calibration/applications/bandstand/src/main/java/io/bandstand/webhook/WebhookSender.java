package io.bandstand.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandstand.payment.Signer;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Tells partners what happened. */
public class WebhookSender implements Closeable {

  /** What happened. */
  public record Notice(String event, long id, Map<String, ?> details) {}

  private final CloseableHttpClient client = HttpClients.createDefault();
  private final ObjectMapper mapper;
  private final Signer signer;
  private final Executor executor;

  public WebhookSender(ObjectMapper mapper, Signer signer, Executor executor) {
    this.mapper = mapper;
    this.signer = signer;
    this.executor = executor;
  }

  public int send(String address, Notice notice) throws IOException {
    String body = payload(notice);
    HttpPost post = new HttpPost(address);
    post.setHeader("X-Bandstand-Signature", signer.sign(body));
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return client.execute(post, response -> response.getCode());
  }

  public CompletableFuture<Integer> sendLater(String address, Notice notice) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return send(address, notice);
          } catch (IOException e) {
            return -1;
          }
        },
        executor);
  }

  String payload(Notice notice) throws JsonProcessingException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", notice.event());
    body.put("id", notice.id());
    body.putAll(notice.details());
    return mapper.writeValueAsString(body);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
