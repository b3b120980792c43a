package dev.concur.samples.cachedpoolnetwork;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for stock. Wrong: when the service is slow, threads pile up until memory ends. */
public final class StockQuestions {

  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final PricingClient warehouse;

  public StockQuestions(PricingClient warehouse) {
    this.warehouse = warehouse;
  }

  /** Pieces in stock, soon. */
  public Future<Long> stockLater(String sku) { // label: light async
    // expect: cached-pool-network [17: threads, 21: virtual-threads]
    return clerks.submit(() -> stockOf(sku));
  }

  private long stockOf(String sku) throws IOException, InterruptedException { // label: io network
    return warehouse.stockOf(sku);
  }
}
