package push.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Delivers messages through the push provider. */
public class PushGateway {
  private final URI endpoint;
  private final HttpClient http;

  public PushGateway(URI endpoint) {
    this.endpoint = endpoint;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  public PushResult push(Subscription subscription, String text)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/item/" + subscription.device()))
            .header("Topic", subscription.topic())
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status == 410) {
      return PushResult.GONE;
    }
    return status / 100 == 2 ? PushResult.DELIVERED : PushResult.RETRY;
  }
}
