package wiki.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Puts pages into the search engine. */
public class IndexClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String engine;

  public IndexClient(String engine) {
    this.engine = engine;
  }

  public boolean put(Page page) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(engine + "/item/" + page.id()))
            .PUT(HttpRequest.BodyPublishers.ofString(page.line()))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
