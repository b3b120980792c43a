package dev.concur.samples.ioinmapcompute;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prices by article. Wrong: articles that share a bin with a slow one wait for it, and so does a
 * growing table.
 */
public final class PriceBook {

  private final Map<String, Price> prices = new ConcurrentHashMap<>();
  private final PricingClient client;

  public PriceBook(PricingClient client) {
    this.client = client;
  }

  /** The price of an article, asked for again each time. */
  public Price priceOf(String sku) {
    return prices.compute(sku, (key, old) -> ask(key)); // expect: io-in-map-compute
  }

  private Price ask(String sku) { // label: io network
    try {
      return client.priceOf(sku);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
