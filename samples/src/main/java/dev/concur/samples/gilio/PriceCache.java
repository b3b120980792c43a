package dev.concur.samples.gilio;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Today's prices. Wrong: a price is asked for anew each time, in case it has changed, and everybody
 * else who needs any price waits meanwhile.
 *
 * <p>Best: change the lock. The map needs it, the question does not.
 */
public final class PriceCache {

  private static final Object LOCK = new Object();
  private static final Map<String, Price> LAST = new HashMap<>();

  private final PricingClient prices;

  public PriceCache(PricingClient prices) {
    this.prices = prices;
  }

  /** The price of an article, now. */
  public Price priceOf(String sku) throws IOException, InterruptedException { // label: io network
    // expect: gil-io, gil-static-lock, blocking-under-lock [lock-change]
    synchronized (LOCK) {
      Price now = prices.priceOf(sku);
      LAST.put(sku, now);
      return now;
    }
  }

  /** The price that was current when we last asked, or null. */
  public Price lastPriceOf(String sku) {
    synchronized (LOCK) {
      return LAST.get(sku);
    }
  }
}
