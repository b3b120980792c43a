package dev.concur.samples.sequentialindependentio;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Makes quotes for callers who go on with a future. Wrong: it asks for one after the other, and the
 * future it gives is done already.
 *
 * <p>Best: what {@link AsyncQuoteDesk} does, with the futures combined instead of joined. A thread
 * for each question would work too, but this code is asynchronous already.
 */
public final class EagerQuoteDesk {

  private final PricingClient prices;

  public EagerQuoteDesk(PricingClient prices) {
    this.prices = prices;
  }

  /** What a piece of each article costs together, in cents. */
  // label: io network
  public CompletableFuture<Long> totalLater(List<String> skus)
      throws IOException, InterruptedException {
    long total = 0;
    // expect: sequential-independent-io [17: async, 21: async]
    for (String sku : skus) {
      total += prices.priceOf(sku).cents();
    }
    return CompletableFuture.completedFuture(total);
  }
}
