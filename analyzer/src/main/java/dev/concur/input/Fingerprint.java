package dev.concur.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of many texts, bytes and files, in order, each with its length. */
public final class Fingerprint {

  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;

  /** A hash of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds a text. */
  public Fingerprint text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public Fingerprint bytes(byte[] bytes) {
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** Adds the content of a file. */
  public Fingerprint file(Path file) throws IOException {
    length(Files.size(file));
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return this;
  }

  private void length(long length) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
  }

  /** The hash so far in hexadecimal digits; it begins anew after that. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
