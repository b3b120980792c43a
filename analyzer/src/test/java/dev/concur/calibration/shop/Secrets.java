package dev.concur.calibration.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Passwords, signatures and checksums. */
public class Secrets {

  private final KeyPair keys;
  private final SecretKeySpec key;

  public Secrets(KeyPair keys, byte[] key) {
    this.keys = keys;
    this.key = new SecretKeySpec(key, "AES");
  }

  public String password(char[] password, byte[] salt) throws GeneralSecurityException {
    SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    byte[] hash = factory.generateSecret(new PBEKeySpec(password, salt, 20_000, 256)).getEncoded();
    return HexFormat.of().formatHex(hash);
  }

  public String checksum(byte[] content) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(content));
  }

  public byte[] sign(String message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(message.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  public byte[] seal(byte[] document, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    return cipher.doFinal(document);
  }

  public boolean sameBytes(byte[] a, byte[] b) {
    return MessageDigest.isEqual(a, b);
  }

  public byte[] mac(String cookie) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
  }
}
