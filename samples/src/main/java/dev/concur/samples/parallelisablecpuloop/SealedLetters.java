package dev.concur.samples.parallelisablecpuloop;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Seals letters. Wrong: one digest for all ties the letters to one core, and nothing else does. */
public final class SealedLetters {

  private final MessageDigest digest = MessageDigest.getInstance("SHA-256");

  public SealedLetters() throws NoSuchAlgorithmException {}

  /** A seal for each letter. */
  public List<byte[]> sealAll(List<byte[]> letters) { // label: cpu maths
    List<byte[]> seals = new ArrayList<>();
    for (byte[] letter : letters) { // expect: parallelisable-cpu-loop
      seals.add(seal(letter));
    }
    return seals;
  }

  private byte[] seal(byte[] letter) { // label: cpu maths
    digest.update(letter);
    BigInteger sum = new BigInteger(1, digest.digest());
    return sum.modPow(sum, BigInteger.TEN.pow(80)).toByteArray();
  }
}
