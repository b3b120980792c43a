package weather.stations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the observations of all stations for the map. */
public class ObservationCollector {
  private final StationApi api;

  public ObservationCollector(StationApi api) {
    this.api = api;
  }

  public List<Observation> collect(List<String> stations) {
    return stations.parallelStream()
        .map(this::observe)
        .filter(observation -> !Double.isNaN(observation.value()))
        .collect(Collectors.toList());
  }

  public Observation observe(String station) {
    try {
      String body = api.current(station);
      return new Observation(station, field(body, "price"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Observation(station, Double.NaN);
    }
  }

  private static double field(String body, String name) {
    int start = body.indexOf(name + "=");
    if (start < 0) {
      return Double.NaN;
    }
    int end = body.indexOf(';', start);
    return Double.parseDouble(
        body.substring(start + name.length() + 1, end < 0 ? body.length() : end));
  }
}
