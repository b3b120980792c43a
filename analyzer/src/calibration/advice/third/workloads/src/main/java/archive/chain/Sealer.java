package archive.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes seals. */
class Sealer {
  private static final int STRETCH = 16;

  byte[] seal(byte[] previous, long number, String text) {
    MessageDigest digest = sha256();
    digest.update(previous);
    digest.update(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    byte[] seal = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < STRETCH; i++) {
      seal = digest.digest(seal);
    }
    return seal;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
