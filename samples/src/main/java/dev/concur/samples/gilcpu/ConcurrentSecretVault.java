package dev.concur.samples.gilcpu;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Right: every login hashes for itself. */
public final class ConcurrentSecretVault {

  private static final int ROUNDS = 120_000;
  private static final Map<String, byte[]> HASHES = new ConcurrentHashMap<>();

  private ConcurrentSecretVault() {}

  /** Whether this is the customer's password. */
  // label: cpu crypto
  public static boolean opens(String customer, char[] password, byte[] salt)
      throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(password, salt, ROUNDS, 256);
    byte[] given =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    byte[] expected = HASHES.get(customer);
    return expected != null && MessageDigest.isEqual(expected, given);
  }

  /** Forgets a customer. */
  public static void forget(String customer) { // label: light
    HASHES.remove(customer);
  }
}
