package dev.concur.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The catalogue files that come with concur, in rising priority, as {@code files.txt} lists them.
 */
final class Bundled {
  private Bundled() {}

  static List<ApiFile> files() {
    return text("files.txt")
        .lines()
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .map(Bundled::file)
        .toList();
  }

  private static ApiFile file(String name) {
    return new ApiFile(name, text(name));
  }

  private static String text(String name) {
    try (InputStream in = Bundled.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the catalogue file " + name + " is missing from concur's own jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalogue file " + name, e);
    }
  }
}
