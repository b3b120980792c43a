package dev.concur.samples.unsafeparallellambda;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Right: the stream collects, or the map is made for many writers. */
public final class SafeSealCollector {

  private final BigInteger exponent;
  private final BigInteger modulus;

  public SafeSealCollector(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents. */
  public List<BigInteger> seals(List<BigInteger> documents) {
    return documents.parallelStream()
        .map(document -> document.modPow(exponent, modulus))
        .collect(Collectors.toList());
  }

  /** Seals by document. */
  public Map<BigInteger, BigInteger> sealsByDocument(List<BigInteger> documents) {
    Map<BigInteger, BigInteger> seals = new ConcurrentHashMap<>();
    documents.parallelStream()
        .forEach(document -> seals.put(document, document.modPow(exponent, modulus)));
    return seals;
  }
}
