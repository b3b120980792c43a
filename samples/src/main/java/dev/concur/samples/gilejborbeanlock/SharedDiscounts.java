package dev.concur.samples.gilejborbeanlock;

import dev.concur.samples.desk.PricingClient;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.io.IOException;

/** Right: the container is told that callers may read side by side. */
@Singleton
@Lock(LockType.READ)
public class SharedDiscounts {

  @Inject PricingClient prices;

  /** What so many pieces cost, in cents. */
  public long costOf(String sku, int pieces) // label: io network
      throws IOException, InterruptedException {
    long full = prices.priceOf(sku).times(pieces);
    return pieces < 100 ? full : full * 9 / 10;
  }
}
