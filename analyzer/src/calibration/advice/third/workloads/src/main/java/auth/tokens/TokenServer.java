package auth.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The server that makes tokens. */
public class TokenServer {
  private static final long VALID_MILLIS = 600_000;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public TokenServer(String base) {
    this.base = base;
  }

  public Token issue(String tenant, long now) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/item/" + tenant)).build();
    try {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new Token(Integer.toHexString(body.hashCode()), now + VALID_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
