package dev.concur.samples.unsafeparallellambda;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Collects seals. Wrong: the list is not made for two writers, and loses some. */
public final class SealCollector {

  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealCollector(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents. */
  public List<BigInteger> seals(List<BigInteger> documents) {
    List<BigInteger> seals = new ArrayList<>();
    // expect: unsafe-parallel-lambda [fix]
    documents.parallelStream().forEach(document -> seals.add(document.modPow(exponent, modulus)));
    return seals;
  }
}
