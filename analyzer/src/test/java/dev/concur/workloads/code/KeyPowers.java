package dev.concur.workloads.code;

import java.math.BigInteger;

/** Powers of large numbers. */
public final class KeyPowers {

  public static final int KEYS = 40;

  private static final BigInteger MODULUS =
      BigInteger.ONE.shiftLeft(1_024).subtract(BigInteger.valueOf(105));

  public BigInteger[] all() {
    BigInteger[] keys = new BigInteger[KEYS];
    for (int key = 0; key < KEYS; key++) {
      keys[key] = power(key);
    }
    return keys;
  }

  public static BigInteger power(int key) {
    BigInteger base = BigInteger.valueOf(key + 3L);
    return base.modPow(MODULUS.subtract(BigInteger.TWO), MODULUS);
  }
}
