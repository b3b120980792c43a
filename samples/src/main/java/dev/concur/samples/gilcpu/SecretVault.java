package dev.concur.samples.gilcpu;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Customers' passwords, hashed. Wrong: hashing is slow on purpose, and here only one customer at a
 * time may log in.
 *
 * <p>Best: change the lock. Hash before taking it.
 */
public final class SecretVault {

  private static final int ROUNDS = 120_000;
  private static final Map<String, byte[]> HASHES = new HashMap<>();

  private SecretVault() {}

  /** Whether this is the customer's password. */
  // expect: gil-cpu, gil-static-lock [lock-change]
  public static synchronized boolean opens(String customer, char[] password, byte[] salt)
      throws GeneralSecurityException {
    byte[] expected = HASHES.get(customer);
    PBEKeySpec spec = new PBEKeySpec(password, salt, ROUNDS, 256);
    byte[] given =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    return expected != null && java.security.MessageDigest.isEqual(expected, given);
  }

  /** Forgets a customer. */
  public static synchronized void forget(String customer) { // label: light
    HASHES.remove(customer);
  }
}
