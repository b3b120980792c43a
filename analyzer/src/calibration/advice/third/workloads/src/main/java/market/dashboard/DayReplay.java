package market.dashboard;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays a day again; the tills and the gate have a thread each, as in the shop. */
public class DayReplay implements AutoCloseable {
  private final ExecutorService feeds = Executors.newFixedThreadPool(2);
  private final Dashboard dashboard;

  public DayReplay(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  public void replay(List<Sale> sales, List<Delivery> deliveries)
      throws InterruptedException, ExecutionException {
    Future<?> tills = feeds.submit(() -> sales.forEach(dashboard::sold));
    Future<?> gate = feeds.submit(() -> deliveries.forEach(dashboard::delivered));
    tills.get();
    gate.get();
  }

  @Override
  public void close() {
    feeds.shutdown();
  }
}
