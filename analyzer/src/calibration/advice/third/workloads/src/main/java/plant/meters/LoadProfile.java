package plant.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Reads all meters of the plant each quarter of an hour. */
public class LoadProfile {
  private final MeterGateway gateway;
  private final List<String> meters;

  public LoadProfile(MeterGateway gateway, List<String> meters) {
    this.gateway = gateway;
    this.meters = List.copyOf(meters);
  }

  public long total() throws InterruptedException, ExecutionException {
    List<Future<Reading>> pending = new ArrayList<>();
    for (String meter : meters) {
      pending.add(gateway.read(meter));
    }
    long total = 0;
    for (Future<Reading> reading : pending) {
      total += reading.get().wattHours();
    }
    return total;
  }
}
