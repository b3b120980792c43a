package dev.concur.samples.gilejborbeanlock;

import dev.concur.samples.desk.PricingClient;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.io.IOException;

/**
 * Asks the wholesaler what an order costs. Wrong: nothing here shows a lock, but the container
 * takes its write lock around every call of a singleton, and the answer is waited for under it.
 *
 * <p>Best: change the lock. Nothing is changed here, so the read side is enough.
 */
@Singleton
public class Discounts {

  @Inject PricingClient prices;

  /** What so many pieces cost, in cents. */
  // expect: gil-ejb-or-bean-lock [lock-change]
  public long costOf(String sku, int pieces) throws IOException, InterruptedException {
    long full = prices.priceOf(sku).times(pieces);
    return pieces < 100 ? full : full * 9 / 10;
  }
}
