package dev.concur.samples.blockinginparallelstream;

import java.math.BigInteger;
import java.util.List;

/** Right: a parallel stream that computes. */
public final class SealReport {

  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealReport(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents. */
  public List<BigInteger> seals(List<BigInteger> documents) {
    return documents.parallelStream().map(document -> document.modPow(exponent, modulus)).toList();
  }
}
