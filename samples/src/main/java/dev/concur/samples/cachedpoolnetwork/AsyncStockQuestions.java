package dev.concur.samples.cachedpoolnetwork;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.concurrent.CompletableFuture;

/** Right: questions that need no thread while they wait. */
public final class AsyncStockQuestions {

  private final PricingClient prices;

  public AsyncStockQuestions(PricingClient prices) {
    this.prices = prices;
  }

  /** A price, soon. */
  public CompletableFuture<Long> centsLater(String sku) { // label: light async
    return prices.priceLater(sku).thenApply(Price::cents);
  }
}
