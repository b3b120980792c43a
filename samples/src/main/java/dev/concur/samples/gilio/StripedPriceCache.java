package dev.concur.samples.gilio;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Right: asks without a lock, and keeps the answer in a map whose locks are many and brief. */
public final class StripedPriceCache {

  private static final Map<String, Price> LAST = new ConcurrentHashMap<>();

  private final PricingClient prices;

  public StripedPriceCache(PricingClient prices) {
    this.prices = prices;
  }

  /** The price of an article, now. */
  public Price priceOf(String sku) throws IOException, InterruptedException { // label: io network
    Price now = prices.priceOf(sku);
    LAST.put(sku, now);
    return now;
  }

  /** The price that was current when we last asked, or null. */
  public Price lastPriceOf(String sku) { // label: light
    return LAST.get(sku);
  }
}
