package dev.concur.samples.asyncovercpu;

import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;

/**
 * Seals of discounts. Wrong: another thread computes while this one waits for it.
 *
 * <p>Best: sequential. One of the two threads is enough.
 */
public final class Discounts {

  private final BigInteger modulus;

  public Discounts(BigInteger modulus) {
    this.modulus = modulus;
  }

  /** The seal of a discount. */
  public BigInteger seal(BigInteger discount) { // label: io lock
    // expect: async-over-cpu [sequential]
    return CompletableFuture.supplyAsync(() -> discount.modPow(discount, modulus)).join();
  }
}
