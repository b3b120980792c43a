package hr.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The interface of the company directory: a token a person, then the profile. */
public class DirectoryClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  public DirectoryClient(String base) {
    this.base = base;
  }

  public String token(String person) throws IOException, InterruptedException {
    String body = get("/item/token-" + person, "");
    return Integer.toHexString(body.hashCode());
  }

  public String profile(String person, String token) throws IOException, InterruptedException {
    return get("/item/" + person, token);
  }

  private String get(String path, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).header("X-Token", token).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + ": " + response.statusCode());
    }
    return response.body();
  }
}
