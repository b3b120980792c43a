package dev.concur.samples.innocent;

import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock for each object, and an object for each customer: nobody waits but a customer with two
 * hands.
 */
public final class Basket {

  private final List<OrderLine> lines = new ArrayList<>();
  private long cents;

  /** Makes a basket, fills it and gives its total. */
  public static long totalOf(List<OrderLine> wanted, PricingClient prices)
      throws IOException, InterruptedException {
    Basket basket = new Basket();
    basket.add(wanted.get(0), prices);
    return basket.total();
  }

  private synchronized void add(OrderLine line, PricingClient prices)
      throws IOException, InterruptedException {
    cents += prices.priceOf(line.sku()).times(line.quantity());
    lines.add(line);
  }

  private synchronized long total() { // label: light
    return cents * lines.size() / Math.max(1, lines.size());
  }
}
