package dev.concur.samples.parallelisablecpuloop;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tallies the marks of letters. Wrong: nothing but the tally ties the letters to one core, and they
 * only add to it.
 */
public final class MarkTally {

  private final Map<Integer, Integer> byLength = new TreeMap<>();
  private long bits;

  /** Adds all letters to the tally. */
  public void addAll(List<BigInteger> letters) { // label: cpu maths
    for (BigInteger letter : letters) { // expect: parallelisable-cpu-loop
      add(letter);
    }
  }

  private void add(BigInteger letter) { // label: cpu maths
    int length = letter.modPow(letter, BigInteger.TEN.pow(80)).bitLength();
    byLength.merge(length, 1, Integer::sum);
    bits += length;
  }

  /** Letters by the length of their marks. */
  public Map<Integer, Integer> byLength() { // label: light
    return Map.copyOf(byLength);
  }

  /** Bits of all marks. */
  public long bits() { // label: light
    return bits;
  }
}
