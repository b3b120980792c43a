package dev.concur.samples.sequentialindependentio;

import dev.concur.samples.desk.Order;
import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.PricingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Right from 21 on: plain blocking calls, one virtual thread each. */
public final class VirtualQuoteDesk {

  private final PricingClient prices;

  public VirtualQuoteDesk(PricingClient prices) {
    this.prices = prices;
  }

  /** Total of an order, in cents. */
  // label: io
  public long total(Order order) throws InterruptedException, ExecutionException {
    try (ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> sums = new ArrayList<>();
      for (OrderLine line : order.lines()) {
        sums.add(questions.submit(() -> prices.priceOf(line.sku()).times(line.quantity())));
      }
      long total = 0;
      for (Future<Long> sum : sums) {
        total += sum.get();
      }
      return total;
    }
  }
}
