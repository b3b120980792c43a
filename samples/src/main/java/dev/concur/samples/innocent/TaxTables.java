package dev.concur.samples.innocent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Things that are made once: behind a double check, in a holder, in an initialiser. */
public final class TaxTables {

  private static final Path FILE = Path.of("tax.txt");

  private static volatile List<String> rates;

  private TaxTables() {}

  /** The rates, read when they are first asked for. */
  public static List<String> rates() {
    List<String> read = rates;
    if (read == null) {
      synchronized (TaxTables.class) {
        read = rates;
        if (read == null) {
          read = lines(FILE);
          rates = read;
        }
      }
    }
    return read;
  }

  /** The exceptions, read when they are first asked for. */
  public static List<String> exceptions() { // label: light
    return Holder.EXCEPTIONS;
  }

  private static List<String> lines(Path file) { // label: io disk
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final List<String> EXCEPTIONS = lines(Path.of("exceptions.txt"));
  }
}
