package io.bandstand.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Fingerprints of files that leave the office. */
public final class Checksums {

  private Checksums() {}

  public static String of(byte[] content) {
    return DigestUtils.sha256Hex(content);
  }

  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  public static Map<String, String> ofFolder(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      sums.put(file.getFileName().toString(), of(file));
    }
    return sums;
  }

  public static String manifest(Map<String, String> sums) {
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    return text.toString();
  }
}
