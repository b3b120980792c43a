package dev.concur.calibration;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that was labelled before anybody had seen what concur says of it.
 *
 * @param labels one method a line: class, method, descriptor, label, kinds, sure, why
 * @param jar names the jar among all that are gathered for it
 */
record HandLabelled(Path labels, Pattern jar) {

  static final HandLabelled DEPENDENCY_CHECK =
      new HandLabelled(
          Path.of("src/calibration/applications/dependency-check.tsv"),
          Pattern.compile("dependency-check-core-.*\\.jar"));

  static final HandLabelled AIRSONIC =
      new HandLabelled(
          Path.of("src/calibration/applications/airsonic-advanced.tsv"),
          Pattern.compile("airsonic-main.*\\.jar"));

  /** Labelled by a stopwatch and not by reading, on an application that was written for it. */
  static final HandLabelled CLINIC =
      new HandLabelled(
          Path.of("src/calibration/applications/clinic.tsv"), Pattern.compile("pawlane-.*\\.jar"));

  /** The same, with other libraries and older ways to write. */
  static final HandLabelled FORWARDER =
      new HandLabelled(
          Path.of("src/calibration/applications/forwarder.tsv"),
          Pattern.compile("kittiwake-.*\\.jar"));

  /** The same by another author, half of it upper layers. */
  static final HandLabelled LABORATORY =
      new HandLabelled(
          Path.of("src/calibration/applications/laboratory.tsv"),
          Pattern.compile("sandpiper-.*\\.jar"));

  /** The same by a third author, an application without its wiring; half of it is closed. */
  static final HandLabelled BANDSTAND =
      new HandLabelled(
          Path.of("src/calibration/applications/bandstand.tsv"),
          Pattern.compile("bandstand-.*\\.jar"));

  /** Scores know times; these stand for what was read, and say no more than the label. ns. */
  private static final double MUCH = 1e6;

  /** Columns of a line. */
  private record Row(String[] cells) {
    String key() {
      return cells[0] + "#" + cells[1] + cells[2];
    }

    boolean sure() {
      return cells[5].equals("yes");
    }

    Measured truth() {
      Bound bound = Bound.valueOf(cells[3].toUpperCase(Locale.ROOT));
      List<Kind> kinds =
          Arrays.stream(cells[4].split(","))
              .filter(word -> !word.isEmpty() && bound != Bound.LIGHT)
              .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
              .toList();
      String name = cells[0].substring(cells[0].lastIndexOf('.') + 1) + "#" + cells[1];
      double wait = bound == Bound.IO || bound == Bound.MIXED ? MUCH : 0;
      double cpu = bound == Bound.CPU || bound == Bound.MIXED ? MUCH : 0;
      return new Measured(name, kinds, false, wait, cpu);
    }
  }

  /**
   * @param args the folder with one folder of jars for each application
   */
  public static void main(String[] args) throws IOException {
    print("DependencyCheck", DEPENDENCY_CHECK, Path.of(args[0], "dependency-check"));
    print("airsonic-advanced", AIRSONIC, Path.of(args[0], "airsonic-advanced"));
    print("clinic", CLINIC, Path.of(args[0], "clinic"));
    print("forwarder", FORWARDER, Path.of(args[0], "forwarder"));
    print("laboratory", LABORATORY, Path.of(args[0], "laboratory"));
    print("bandstand", BANDSTAND, Path.of(args[0], "bandstand"));
    System.exit(0);
  }

  private static void print(String name, HandLabelled application, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      System.out.println(
          name + ": not scored, no " + folder + "; applications.md says how to build it");
      return;
    }
    List<Path> jars = jars(folder);
    System.out.println(
        name + " with class path, all\n" + application.scores(jars, true, false).text());
    System.out.println("sure only\n" + application.scores(jars, true, true).text());
    System.out.println("without class path\n" + application.scores(jars, false, false).text());
    System.out.println(application.scores(jars, true, false).misses());
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Its labels beside ours; methods that another release does not have are left out. */
  Scores scores(List<Path> jars, boolean classPath, boolean sureOnly) throws IOException {
    List<Path> libraries = new ArrayList<>(jars);
    libraries.removeIf(file -> jar.matcher(file.getFileName().toString()).matches());
    List<String> roots =
        jars.stream().filter(file -> !libraries.contains(file)).map(Path::toString).toList();
    Settings settings = new Settings().paths(roots).classpath(classPath ? libraries : List.of());
    Map<String, Label> said =
        Concur.analyze(settings.request()).report().methods().stream()
            .collect(Collectors.toMap(HandLabelled::key, Function.identity(), (a, b) -> a));
    return new Scores(
        rows().stream()
            .filter(row -> said.containsKey(row.key()) && (row.sure() || !sureOnly))
            .map(row -> new Scores.Case(row.truth(), said.get(row.key())))
            .toList());
  }

  private static String key(Label label) {
    return label.method().owner() + "#" + label.method().name() + label.method().descriptor();
  }

  private List<Row> rows() throws IOException {
    return Files.readAllLines(labels).stream()
        .skip(1)
        .map(line -> new Row(line.split("\t", -1)))
        .toList();
  }

  /** How many methods are labelled, and with what. */
  Map<Bound, Long> counts() throws IOException {
    return rows().stream()
        .collect(Collectors.groupingBy(row -> row.truth().bound(), Collectors.counting()));
  }
}
