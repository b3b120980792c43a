package dev.concur.workloads.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Each step needs the one before it. */
public final class HashChain {

  public static final int STEPS = 5_000;

  public byte[] chain(byte[] seed) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] link = seed;
    for (int step = 0; step < STEPS; step++) {
      link = digest.digest(link);
    }
    return link;
  }
}
