package dev.concur.samples.gilstory;

import dev.concur.samples.desk.PricingClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way round by not waiting, as {@code asyncio} does it: one thread asks all questions, and
 * whichever answer comes first is noted first. It helps the waiting, as threads do, and costs no
 * threads.
 */
public final class AsyncScripts {

  private final PricingClient prices;

  public AsyncScripts(PricingClient prices) {
    this.prices = prices;
  }

  /** Sum of the prices of all articles, when all answers are there. */
  public CompletableFuture<Long> sumLater(List<String> skus) { // label: cpu other async
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (String sku : skus) {
      sum = sum.thenCombine(prices.priceLater(sku), (total, price) -> total + price.cents());
    }
    return sum;
  }
}
