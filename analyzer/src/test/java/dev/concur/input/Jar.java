package dev.concur.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds a jar, well-formed or not, for a test. */
final class Jar {

  /** A class file as far as its first ten bytes go. */
  static final byte[] CLASS = classOfMajor(52);

  private final Path file;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  private Jar(Path file) {
    this.file = file;
  }

  static Jar at(Path file) {
    return new Jar(file);
  }

  static byte[] classOfMajor(int major) {
    return new byte[] {
      (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) major, 0, 1
    };
  }

  Jar manifest(String line) throws IOException {
    String text = "Manifest-Version: 1.0\n" + line + "\n";
    return with("META-INF/MANIFEST.MF", text.getBytes(StandardCharsets.UTF_8));
  }

  Jar with(String... classes) throws IOException {
    for (String each : classes) {
      with(each, CLASS);
    }
    return this;
  }

  Jar with(String entry, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    zip.write(content);
    zip.closeEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }

  Path write() throws IOException {
    return Files.write(file, bytes());
  }
}
