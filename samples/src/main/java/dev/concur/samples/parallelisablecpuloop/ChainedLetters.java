package dev.concur.samples.parallelisablecpuloop;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Innocent: the sum runs on from letter to letter, so that each needs all before it. */
public final class ChainedLetters {

  private final CRC32 sum = new CRC32();

  /** The running sums. */
  public List<BigInteger> sums(List<byte[]> letters) { // label: cpu maths
    List<BigInteger> sums = new ArrayList<>();
    for (byte[] letter : letters) {
      sum.update(letter);
      sums.add(BigInteger.valueOf(sum.getValue()).modPow(BigInteger.TEN, BigInteger.TEN.pow(80)));
    }
    return sums;
  }
}
