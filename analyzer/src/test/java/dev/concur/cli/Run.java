package dev.concur.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One call of the command line, in this JVM. */
record Run(int exitCode, String out, String err) {

  static Run of(String... args) {
    return of(false, Map.of(), args);
  }

  static Run of(boolean terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = new Shell(Terminal.of(out, err, terminal, environment)).run(args);
    return new Run(exitCode, text(out), text(err));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
