package dev.concur.samples.asyncovercpu;

import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Right: alone, it is computed here; in company, the other half is computed elsewhere meanwhile.
 */
public final class PlainDiscounts {

  private final BigInteger modulus;
  private final ExecutorService till = Executors.newSingleThreadExecutor();

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

  /** Waits until all that was handed to the till before is done; there is nothing to compute. */
  public void settle() throws InterruptedException, ExecutionException { // label: light
    till.submit(() -> {}).get();
  }
}
