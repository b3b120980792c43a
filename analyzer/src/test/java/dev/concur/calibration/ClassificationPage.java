package dev.concur.calibration;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the page of figures from what was measured: all suites under three conditions, ten
 * surprising cases, and the known misses. Measures nothing itself.
 */
public final class ClassificationPage {

  /** What was measured, by the name of the suite, with the marks of known misses in its source. */
  private record Part(Scores scores, Misses misses) {}

  private final List<Path> libraries;
  private final Map<Condition, Map<String, Part>> parts = new EnumMap<>(Condition.class);

  private ClassificationPage(List<Path> libraries) {
    this.libraries = libraries;
  }

  /**
   * @param args the folder of the second application's libraries, and the page to write
   */
  public static void main(String[] args) throws IOException {
    ClassificationPage page = new ClassificationPage(jars(Path.of(args[0])));
    for (Condition condition : Condition.values()) {
      page.parts.put(condition, page.label(condition));
    }
    Files.writeString(Path.of(args[1]), page.text());
    System.exit(0);
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder + " is missing; the profile classification gathers libraries there");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private Map<String, Part> label(Condition condition) throws IOException {
    Map<String, Part> result = new LinkedHashMap<>();
    result.put(
        "shop, press, office",
        new Part(Suite.compiled(condition.debug()).scores(), Misses.in(Suite.SOURCES)));
    result.put("harbour", part(Application.HARBOUR, condition, List.of()));
    result.put("quill", part(Application.QUILL, condition, libraries));
    return result;
  }

  private static Part part(Application application, Condition condition, List<Path> libraries)
      throws IOException {
    Path folder = Files.createTempDirectory("classes");
    Path classes = application.compile(folder, condition.debug(), libraries);
    return new Part(
        application.scores(classes, condition.seen(libraries)), Misses.in(application.sources()));
  }

  private String text() {
    StringBuilder page = new StringBuilder(introduction());
    for (Condition condition : Condition.values()) {
      page.append("\n## ").append(condition.title()).append("\n\n");
      page.append(all(condition).text());
    }
    page.append(surprises());
    page.append(misses());
    return page.toString();
  }

  private Scores all(Condition condition) {
    return new Scores(
        parts.get(condition).values().stream()
            .flatMap(part -> part.scores().cases().stream())
            .toList());
  }

  private String introduction() {
    return """
    # How right the labels are

    Written by `mvn -Pclassification -pl rules,analyzer process-test-classes` from what was measured before;
    `-Pcalibration` measures anew. Truth is measured: wall time against CPU time of every method, called as its
    callers would. The engine was mended on all of these applications; what it reached on them before is in
    decisions.md. Without source means class files without names of variables and without lines.

    | suite | condition | methods | right | macro-F1 | io precision | io recall | kinds | high | medium | low |
    |---|---|---|---|---|---|---|---|---|---|---|
    """
        + Stream.of(Condition.values()).map(this::rows).collect(Collectors.joining());
  }

  private String rows(Condition condition) {
    StringBuilder rows = new StringBuilder();
    parts.get(condition).forEach((name, part) -> rows.append(row(name, condition, part.scores())));
    return rows.append(row("all", condition, all(condition))).toString();
  }

  private static String row(String name, Condition condition, Scores scores) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
        name,
        condition.title().toLowerCase(Locale.ROOT),
        scores.cases().size(),
        scores.right(),
        scores.macroF1(),
        scores.precision(Bound.IO),
        scores.recall(Bound.IO),
        scores.kinds(),
        scores.rightAt(Confidence.HIGH),
        scores.rightAt(Confidence.MEDIUM),
        scores.rightAt(Confidence.LOW));
  }

  private String surprises() {
    return """

    ## Ten surprising cases that are right

    | method | said | measured | why |
    |---|---|---|---|
    """
        + Surprises.text(all(Condition.WITH_CLASS_PATH).cases())
        + "\n";
  }

  /** Every miss with the reason that its source gives. */
  private String misses() {
    StringBuilder text = new StringBuilder();
    text.append("\n## Known misses, with class path\n\n");
    text.append("Wrong bounds, and wrong kinds where the bound is right.\n\n");
    text.append("| method | measured | said | why |\n|---|---|---|---|\n");
    parts.get(Condition.WITH_CLASS_PATH).values().forEach(part -> misses(part, text));
    return text.toString();
  }

  private static void misses(Part part, StringBuilder text) {
    List<Scores.Case> all = new ArrayList<>(part.scores().cases());
    for (Scores.Case one : part.scores().missed()) {
      String why = part.misses().of(one, all).map(Misses.Mark::why).orElse("not known yet");
      text.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(one.truth().method(), one.measured(), one.said(), why));
    }
  }
}
