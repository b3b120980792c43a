package io.bandstand.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a partner sent; kinds of files differ. */
public abstract class PartnerImport<R> {

  /** What came of it. */
  public record Outcome<R>(List<R> accepted, List<String> problems, long characters) {
    public boolean clean() {
      return problems.isEmpty();
    }
  }

  public final Outcome<R> run(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return run(reader);
    }
  }

  public final Outcome<R> run(Reader source) throws IOException {
    CountingReader counted = new CountingReader(source);
    List<R> accepted = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    parse(
        counted,
        row -> {
          String problem = check(row);
          if (problem == null) {
            accepted.add(row);
          } else {
            problems.add(problem);
          }
        });
    return new Outcome<>(accepted, problems, counted.count());
  }

  protected abstract void parse(Reader source, Consumer<R> rows) throws IOException;

  /** What is wrong with it, or null. */
  protected String check(R row) {
    return null;
  }
}
