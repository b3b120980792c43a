package dev.concur.samples.futuregetunderlock;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.HashMap;
import java.util.Map;

/** Right: the answer is there before the book is opened. */
public final class PromptQuoteBook {

  private static final PromptQuoteBook ON_THE_DESK = new PromptQuoteBook();

  private final Map<String, Price> quotes = new HashMap<>();

  private PromptQuoteBook() {}

  /** The one book. */
  public static PromptQuoteBook onTheDesk() {
    return ON_THE_DESK;
  }

  /** Writes down a new quote. */
  public void note(String sku, PricingClient prices) { // label: io network
    Price price = prices.priceLater(sku).join();
    synchronized (quotes) {
      quotes.put(sku, price);
    }
  }

  /** The quote that is written down, or null. */
  public Price quoteOf(String sku) { // label: light
    synchronized (quotes) {
      return quotes.get(sku);
    }
  }
}
