package dev.concur.samples.innocent;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Computing where computing belongs: in a parallel stream, and on the common pool. */
public final class SealStream {

  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealStream(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents. */
  public List<BigInteger> seals(List<BigInteger> documents) {
    return documents.parallelStream().map(this::seal).toList();
  }

  /** A seal, soon. */
  public CompletableFuture<BigInteger> sealLater(BigInteger document) { // label: light async
    return CompletableFuture.supplyAsync(() -> seal(document));
  }

  private BigInteger seal(BigInteger document) { // label: cpu maths
    return document.modPow(exponent, modulus);
  }
}
