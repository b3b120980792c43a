package dev.concur.samples.asyncmethodblocksfirst;

import dev.concur.samples.desk.CreditBureau;
import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Quotes for customers in good standing. Wrong: the caller gets a future, after having waited for
 * the bureau.
 */
public final class QuoteService {

  private final CreditBureau bureau;
  private final PricingClient prices;

  public QuoteService(CreditBureau bureau, PricingClient prices) {
    this.bureau = bureau;
    this.prices = prices;
  }

  /** A price, soon, if the customer is good for it. */
  // label: io network async
  public CompletableFuture<Price> quoteLater(String customer, String sku) throws IOException {
    long limit = bureau.limitOf(customer); // expect: async-method-blocks-first
    return limit > 0 ? prices.priceLater(sku) : CompletableFuture.completedFuture(null);
  }
}
