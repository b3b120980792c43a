package dev.concur.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output in {@code src/test/resources/dev/concur/report}. With {@code
 * -Dconcur.golden=write} the files are written instead; the change is then reviewed as a diff.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/concur/report");

  private Golden() {}

  static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("concur.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, () -> "differs from " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
