package dev.concur.samples.asyncmethodblocksfirst;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.concurrent.CompletableFuture;

/** Right: whatever takes time is in the future, not before it. */
public final class TrulyAsyncQuoteService {

  private final PricingClient prices;

  public TrulyAsyncQuoteService(PricingClient prices) {
    this.prices = prices;
  }

  /** The lower one of two prices, soon. */
  public CompletableFuture<Long> lowerLater(String sku, String other) { // label: light async
    CompletableFuture<Price> one = prices.priceLater(sku);
    CompletableFuture<Price> another = prices.priceLater(other);
    return one.thenCombine(another, (a, b) -> Math.min(a.cents(), b.cents()));
  }
}
