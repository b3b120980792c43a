package dev.concur.samples.asyncovercpu;

import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;

/**
 * Right: alone, it is computed here; in company, the other half is computed elsewhere meanwhile.
 */
public final class PlainDiscounts {

  private final BigInteger modulus;

  public PlainDiscounts(BigInteger modulus) {
    this.modulus = modulus;
  }

  /** The seal of a discount. */
  public BigInteger seal(BigInteger discount) { // label: cpu maths
    return discount.modPow(discount, modulus);
  }

  /** The seal of two discounts. */
  public BigInteger seal(BigInteger one, BigInteger other) { // label: mixed lock maths
    CompletableFuture<BigInteger> first = CompletableFuture.supplyAsync(() -> seal(one));
    BigInteger second = seal(other);
    return first.join().add(second);
  }
}
