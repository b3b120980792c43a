package weather.stations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Polls the weather stations of a region. */
public final class StationPoller {
  private final String base;

  public StationPoller(String base) {
    this.base = base;
  }

  /** Returns the latest reading of each station. */
  public List<String> poll(List<String> stations) {
    return stations.parallelStream().map(this::reading).collect(Collectors.toList());
  }

  public String reading(String station) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) new URL(base + "/item/" + station).openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(5_000);
      try (InputStream in = connection.getInputStream()) {
        String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int at = body.indexOf("price=") + 6;
        return station + "=" + body.substring(at, body.indexOf(';', at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("station " + station, e);
    }
  }
}
