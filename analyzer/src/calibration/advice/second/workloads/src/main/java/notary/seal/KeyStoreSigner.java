package notary.seal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

final class KeyStoreSigner {
  private final PrivateKey key;
  private final String algorithm;

  KeyStoreSigner(PrivateKey key, String algorithm) {
    this.key = key;
    this.algorithm = algorithm;
  }

  byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
