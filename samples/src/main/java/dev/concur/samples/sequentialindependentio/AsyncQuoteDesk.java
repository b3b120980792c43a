package dev.concur.samples.sequentialindependentio;

import dev.concur.samples.desk.Order;
import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Right: all questions are on their way before the first answer is waited for. */
public final class AsyncQuoteDesk {

  private final PricingClient prices;

  public AsyncQuoteDesk(PricingClient prices) {
    this.prices = prices;
  }

  /** Total of an order, in cents. */
  public long total(Order order) { // label: io
    List<CompletableFuture<Price>> asked = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      asked.add(prices.priceLater(line.sku()));
    }
    long total = 0;
    for (int i = 0; i < asked.size(); i++) {
      total += asked.get(i).join().times(order.lines().get(i).quantity());
    }
    return total;
  }
}
