package dev.concur.samples.innocent;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Striped locks, locks by key, and a collection that is made for many. */
public final class ShelfPrices {

  private static final int STRIPES = 64;
  private static final Object[] LOCKS = new Object[STRIPES];
  private static final ConcurrentMap<String, Object> LOCK_BY_SKU = new ConcurrentHashMap<>();
  private static final Map<String, Price> PRICES = new ConcurrentHashMap<>();

  static {
    for (int i = 0; i < STRIPES; i++) {
      LOCKS[i] = new Object();
    }
  }

  private ShelfPrices() {}

  /** Asks for a price, with one of many locks. */
  public static Price refresh(String sku, PricingClient prices)
      throws IOException, InterruptedException {
    synchronized (LOCKS[Math.floorMod(sku.hashCode(), STRIPES)]) {
      Price price = prices.priceOf(sku);
      PRICES.put(sku, price);
      return price;
    }
  }

  /** Asks for a price, with the lock of this article. */
  public static Price refreshAlone(String sku, PricingClient prices)
      throws IOException, InterruptedException {
    synchronized (LOCK_BY_SKU.computeIfAbsent(sku, any -> new Object())) {
      Price price = prices.priceOf(sku);
      PRICES.put(sku, price);
      return price;
    }
  }

  /** The price that is known, or null. */
  public static Price known(String sku) { // label: light
    return PRICES.get(sku);
  }
}
