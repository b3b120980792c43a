package dev.concur.samples.platformpoolforblocking;

import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Right on 17: the client can ask without a thread for each question, so no pool is needed at all.
 */
public final class AsyncPriceDesk {

  private final PricingClient prices;

  public AsyncPriceDesk(PricingClient prices) {
    this.prices = prices;
  }

  /** Total of all lines, in cents. */
  public long total(List<OrderLine> lines) { // label: io
    List<CompletableFuture<Long>> sums = lines.stream().map(this::sumLater).toList();
    return sums.stream().mapToLong(CompletableFuture::join).sum();
  }

  private CompletableFuture<Long> sumLater(OrderLine line) { // label: light async
    CompletableFuture<Price> price = prices.priceLater(line.sku());
    return price.thenApply(found -> found.times(line.quantity()));
  }
}
