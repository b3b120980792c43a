package dev.concur.samples.futuregetunderlock;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Quotes by article. Wrong: the answer is waited for inside, and with it everybody else. */
public final class QuoteBook {

  private static final QuoteBook ON_THE_DESK = new QuoteBook();

  private final Map<String, Price> quotes = new HashMap<>();

  private QuoteBook() {}

  /** The one book. */
  public static QuoteBook onTheDesk() {
    return ON_THE_DESK;
  }

  /** Writes down a new quote. */
  public void note(String sku, PricingClient prices) {
    CompletableFuture<Price> asked = prices.priceLater(sku);
    synchronized (quotes) { // expect: future-get-under-lock
      quotes.put(sku, asked.join());
    }
  }

  /** The quote that is written down, or null. */
  public Price quoteOf(String sku) {
    synchronized (quotes) {
      return quotes.get(sku);
    }
  }
}
