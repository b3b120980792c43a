package dev.concur.calibration;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.MethodRef;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** An application whose methods were measured where it runs, below {@code src/calibration}. */
record Application(Path home) {

  /** The JDK alone is enough for it. */
  static final Application HARBOUR = new Application(Path.of("src/calibration/harbour"));

  /** It uses two dozen libraries. */
  static final Application QUILL = new Application(Path.of("src/calibration/quill"));

  /** Figures in the file are us. */
  private static final double MICROS = 1_000;

  /** Compiles its sources; {@code -g} or {@code -g:none} says what the classes tell of them. */
  Path compile(Path into, String debug, List<Path> libraries) throws IOException {
    try (Stream<Path> files = Files.walk(sources())) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      compile(sources, into, debug, libraries);
    }
    return into;
  }

  static void compile(List<Path> sources, Path into, String debug, List<Path> libraries) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = new ArrayList<>(List.of(debug, "-d", into.toString(), "-nowarn"));
    arguments.addAll(List.of("-proc:none", "--release", "17", "-cp", path(libraries)));
    sources.forEach(source -> arguments.add(source.toString()));
    int failed = compiler.run(null, null, null, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException("does not compile: " + sources);
    }
  }

  Path sources() {
    return home.resolve("src/main/java");
  }

  private static String path(List<Path> libraries) {
    return libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Its measured methods beside what is said of them. */
  Scores scores(Path classes, List<Path> libraries) {
    Settings settings = new Settings().paths(List.of(classes.toString())).classpath(libraries);
    Map<String, Label> said =
        Concur.analyze(settings.request()).report().methods().stream()
            .collect(Collectors.toMap(label -> key(label.method()), Function.identity()));
    return new Scores(rows().map(row -> measured(row, said)).toList());
  }

  private static String key(MethodRef method) {
    return method.owner() + "#" + method.name() + method.descriptor();
  }

  private Stream<String[]> rows() {
    try {
      return Files.readAllLines(home.resolve("measured.tsv")).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scores.Case measured(String[] row, Map<String, Label> said) {
    Label label = said.get(row[0] + "#" + row[1] + row[2]);
    if (label == null) {
      throw new IllegalStateException("no method " + row[0] + "#" + row[1]);
    }
    List<Kind> kinds =
        Arrays.stream(row[4].split(","))
            .filter(word -> !word.equals("-"))
            .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList();
    double wall = Double.parseDouble(row[6]) * MICROS;
    double cpu = Double.parseDouble(row[7]) * MICROS;
    String name = row[0].substring(row[0].lastIndexOf('.') + 1) + "#" + row[1];
    boolean starts = row[5].contains("async");
    return new Scores.Case(new Measured(name, kinds, starts, Math.max(0, wall - cpu), cpu), label);
  }

  /** What was written down as its bound, to be sure that two readings of a row agree. */
  List<String> bounds() {
    return rows().map(row -> row[3]).toList();
  }
}
