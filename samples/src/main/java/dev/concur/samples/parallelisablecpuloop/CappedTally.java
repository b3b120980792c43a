package dev.concur.samples.parallelisablecpuloop;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Innocent: each letter looks at what those before it left in the tally. */
public final class CappedTally {

  private static final int CAP = 10;

  private final Map<Integer, Integer> byLength = new TreeMap<>();

  /** Adds letters, of each length a few. */
  public void addAll(List<BigInteger> letters) { // label: cpu maths
    for (BigInteger letter : letters) {
      add(letter);
    }
  }

  private void add(BigInteger letter) { // label: cpu maths
    int length = letter.modPow(letter, BigInteger.TEN.pow(80)).bitLength();
    if (byLength.getOrDefault(length, 0) < CAP) {
      byLength.merge(length, 1, Integer::sum);
    }
  }

  /** Letters by the length of their marks. */
  public Map<Integer, Integer> byLength() { // label: light
    return Map.copyOf(byLength);
  }
}
