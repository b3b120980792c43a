package geo.tiles;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The tile server. */
public final class TileSource {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  public TileSource(String base) {
    this.base = base;
  }

  public CompletableFuture<byte[]> load(Tile tile) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(base + "/item/" + tile.zoom() + "-" + tile.x() + "-" + tile.y()))
            .GET()
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(HttpResponse::body);
  }
}
