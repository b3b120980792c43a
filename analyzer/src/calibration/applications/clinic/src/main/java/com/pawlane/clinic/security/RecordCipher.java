package com.pawlane.clinic.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts scans and histories before they leave the house. */
public final class RecordCipher {
  private static final int IV = 12;
  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  public RecordCipher(SecretKey key) {
    this.key = key;
  }

  public static SecretKey deriveKey(char[] passphrase, byte[] salt)
      throws GeneralSecurityException {
    SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    byte[] raw = factory.generateSecret(new PBEKeySpec(passphrase, salt, 40_000, 256)).getEncoded();
    return new SecretKeySpec(raw, "AES");
  }

  public byte[] seal(byte[] plain) throws GeneralSecurityException {
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
    byte[] body = cipher.doFinal(plain);
    return ByteBuffer.allocate(IV + body.length).put(iv).put(body).array();
  }

  public byte[] open(byte[] sealed) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, IV));
    return cipher.doFinal(sealed, IV, sealed.length - IV);
  }
}
