package dev.concur.samples.ioinmapcompute;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Right: the map holds promises, which are made in no time; each one who needs a price waits
 * outside.
 */
public final class FuturePriceBook {

  private final Map<String, CompletableFuture<Price>> prices = new ConcurrentHashMap<>();
  private final PricingClient client;

  public FuturePriceBook(PricingClient client) {
    this.client = client;
  }

  /** The price of an article, asked for once. */
  public Price priceOf(String sku) { // label: io
    return prices.computeIfAbsent(sku, client::priceLater).join();
  }
}
