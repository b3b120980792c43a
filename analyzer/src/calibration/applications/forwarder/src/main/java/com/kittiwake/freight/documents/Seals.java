package com.kittiwake.freight.documents;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.util.encoders.Hex;

/** Signatures, digests and encryption of transport documents. */
public final class Seals {
  private final Ed25519PrivateKeyParameters key;
  private final SecureRandom random = new SecureRandom();

  public Seals(byte[] seed) {
    key = new Ed25519PrivateKeyParameters(seed, 0);
  }

  public byte[] sign(byte[] document) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(document, 0, document.length);
    return signer.generateSignature();
  }

  public static boolean verify(
      Ed25519PublicKeyParameters publicKey, byte[] document, byte[] signature) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, publicKey);
    signer.update(document, 0, document.length);
    return signer.verifySignature(signature);
  }

  public Ed25519PublicKeyParameters publicKey() {
    return key.generatePublicKey();
  }

  public static String digest(byte[] document) {
    Blake2bDigest blake = new Blake2bDigest(256);
    blake.update(document, 0, document.length);
    byte[] out = new byte[32];
    blake.doFinal(out, 0);
    return Hex.toHexString(out);
  }

  public static byte[] keyFrom(String passphrase, byte[] salt) {
    return SCrypt.generate(passphrase.getBytes(StandardCharsets.UTF_8), salt, 2048, 8, 1, 32);
  }

  public byte[] encrypt(byte[] key256, byte[] plain) throws InvalidCipherTextException {
    byte[] nonce = new byte[12];
    random.nextBytes(nonce);
    GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
    gcm.init(true, new AEADParameters(new KeyParameter(key256), 128, nonce));
    byte[] out = new byte[12 + gcm.getOutputSize(plain.length)];
    System.arraycopy(nonce, 0, out, 0, 12);
    int n = gcm.processBytes(plain, 0, plain.length, out, 12);
    gcm.doFinal(out, 12 + n);
    return out;
  }
}
