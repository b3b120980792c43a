package weather.stations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The web interface of the stations. */
public class StationApi {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final HttpClient http;
  private final String base;

  public StationApi(HttpClient http, String base) {
    this.http = http;
    this.base = base;
  }

  public String current(String station) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/item/" + station)).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
