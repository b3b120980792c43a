package org.sandpiper.lab.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Reports as they were sent: packed, encrypted, never overwritten. */
public final class DocumentVault {
  private final Path root;
  private final SecretKey key;
  private final boolean durable;
  private final SecureRandom random = new SecureRandom();

  public DocumentVault(Path root, SecretKey key, boolean durable) throws IOException {
    this.root = Files.createDirectories(root);
    this.key = key;
    this.durable = durable;
  }

  public static SecretKey keyOf(char[] phrase, byte[] salt) throws GeneralSecurityException {
    SecretKeyFactory f = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    return new SecretKeySpec(
        f.generateSecret(new PBEKeySpec(phrase, salt, 20_000, 128)).getEncoded(), "AES");
  }

  public byte[] seal(byte[] document) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gz = new GZIPOutputStream(packed)) {
      gz.write(document);
    }
    byte[] iv = new byte[12];
    random.nextBytes(iv);
    Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
    c.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
    byte[] body = c.doFinal(packed.toByteArray());
    return ByteBuffer.allocate(12 + body.length).put(iv).put(body).array();
  }

  public byte[] unseal(byte[] sealed) throws IOException, GeneralSecurityException {
    Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
    c.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
    try (GZIPInputStream gz =
        new GZIPInputStream(new ByteArrayInputStream(c.doFinal(sealed, 12, sealed.length - 12)))) {
      return gz.readAllBytes();
    }
  }

  private Path path(String name) {
    return root.resolve(Integer.toHexString(name.hashCode() & 0xff)).resolve(name + ".bin");
  }

  public Path put(String name, byte[] document) throws IOException, GeneralSecurityException {
    Path p = path(name);
    Files.createDirectories(p.getParent());
    Path part = p.resolveSibling(name + ".part");
    try (FileChannel ch =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer b = ByteBuffer.wrap(seal(document));
      while (b.hasRemaining()) ch.write(b);
      if (durable) ch.force(true);
    }
    return Files.move(part, p, StandardCopyOption.ATOMIC_MOVE);
  }

  public byte[] get(String name) throws IOException, GeneralSecurityException {
    return unseal(Files.readAllBytes(path(name)));
  }

  public boolean has(String name) {
    return Files.exists(path(name));
  }
}
