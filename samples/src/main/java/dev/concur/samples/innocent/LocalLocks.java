package dev.concur.samples.innocent;

import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.Vector;

/**
 * Locks on objects that never leave the method, and synchronized collections that nobody shares.
 */
public final class LocalLocks {

  /** The price of an article, with a lock that nobody else can have. */
  // label: io network
  public long centsOf(String sku, PricingClient prices) throws IOException, InterruptedException {
    Object mine = new Object();
    synchronized (mine) {
      return prices.priceOf(sku).cents();
    }
  }

  /** Articles in alphabetical order. */
  // miss: label (an order has fewer lines than a list usually has elements)
  public List<String> skus(List<OrderLine> lines) { // label: light
    Vector<String> skus = new Vector<>();
    var seen = Collections.synchronizedMap(new TreeMap<String, Integer>());
    for (OrderLine line : lines) {
      seen.merge(line.sku(), line.quantity(), Integer::sum);
    }
    skus.addAll(seen.keySet());
    return skus;
  }

  /** One line for a printout, in a buffer that locks without need. */
  public String line(OrderLine line) { // label: light
    StringBuffer text = new StringBuffer();
    text.append(line.sku()).append(" x ").append(line.quantity());
    return text.toString();
  }
}
