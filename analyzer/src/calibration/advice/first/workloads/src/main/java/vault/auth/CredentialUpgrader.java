package vault.auth;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Derives the new-style hashes when credentials are migrated. */
public final class CredentialUpgrader {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int KEY_BITS = 256;

  private final int iterations;
  private final byte[] pepper;

  public CredentialUpgrader(int iterations, byte[] pepper) {
    this.iterations = iterations;
    this.pepper = pepper.clone();
  }

  /** Returns the new hash of each password, in order. */
  public List<String> upgradeAll(List<String> passwords) throws GeneralSecurityException {
    List<String> hashes = new ArrayList<>(passwords.size());
    for (String password : passwords) {
      hashes.add(upgrade(password));
    }
    return hashes;
  }

  public String upgrade(String password) throws GeneralSecurityException {
    byte[] salt = salt(password);
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
    try {
      byte[] key = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
      return HexFormat.of().formatHex(salt) + "$" + HexFormat.of().formatHex(key);
    } finally {
      spec.clearPassword();
    }
  }

  private byte[] salt(String password) {
    byte[] salt = pepper.clone();
    for (int i = 0; i < password.length(); i++) {
      salt[i % salt.length] ^= (byte) (password.charAt(i) * 31 + i);
    }
    return salt;
  }
}
