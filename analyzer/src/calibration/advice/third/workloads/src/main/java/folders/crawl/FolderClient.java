package folders.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Lists folders of the document server. */
public class FolderClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public FolderClient(String base) {
    this.base = base;
  }

  public Folder list(String path) {
    try {
      HttpResponse<String> response =
          http.send(request(path), HttpResponse.BodyHandlers.ofString());
      return Folder.parse(path, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public CompletableFuture<Folder> listAsync(String path) {
    return http.sendAsync(request(path), HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> Folder.parse(path, response.body()));
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/folder/" + path)).GET().build();
  }
}
