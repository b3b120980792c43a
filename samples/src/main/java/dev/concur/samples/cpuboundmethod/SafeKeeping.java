package dev.concur.samples.cpuboundmethod;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Packs, signs and hashes: streams that wait for nothing, and computing that hides in one call. */
public final class SafeKeeping {

  /** Hash of a password. */
  // label: cpu crypto
  public byte[] hash(char[] password, byte[] salt) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
        .generateSecret(new PBEKeySpec(password, salt, 200_000, 256))
        .getEncoded();
  }

  /** A new pair of keys. */
  public KeyPair newKeys() throws GeneralSecurityException { // label: cpu crypto
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(3_072);
    return keys.generateKeyPair();
  }

  /** Signs a contract. */
  // label: cpu crypto
  public byte[] sign(String contract, PrivateKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(contract.getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  /** A secret number nobody can guess. */
  public BigInteger secret() { // label: cpu maths
    return BigInteger.probablePrime(2_048, new SecureRandom());
  }

  /** A short text for a few bytes. */
  public String text(byte[] number) { // label: light
    return Base64.getEncoder().encodeToString(number);
  }

  /** Packs a year of bookings as tightly as can be. */
  public byte[] pack(byte[] year) { // label: cpu compression
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(year);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }

  /** Unpacks in memory: a stream, and no waiting. */
  public byte[] unpack(byte[] packed) throws IOException { // label: cpu compression
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  /** A copy by way of serialization. */
  public <T extends Serializable> List<?> copy(ArrayList<T> bookings)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bookings);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (List<?>) in.readObject();
    }
  }
}
