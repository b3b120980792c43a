package dev.concur.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the page of figures: all measured applications under three conditions.
 *
 * <p>Needs the libraries of the second application in one folder; the calibration profile gathers
 * them there.
 */
public final class ApplicationsCheck {

  private ApplicationsCheck() {}

  /**
   * @param args the folder of libraries, and the page to write
   */
  public static void main(String[] args) throws IOException {
    List<Path> libraries = jars(Path.of(args[0]));
    StringBuilder page = new StringBuilder(introduction());
    for (String debug : List.of("-g", "-g:none")) {
      section(page, Application.HARBOUR, debug, List.of(), List.of());
      section(page, Application.QUILL, debug, libraries, libraries);
    }
    section(page, Application.QUILL, "-g", libraries, List.of());
    Files.writeString(Path.of(args[1]), page);
    System.exit(0);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String introduction() {
    Suite suite = new Suite("shop", "press", "office");
    Scores own = new Scores(suite.cases(Suite.measured("measured.tsv")));
    return """
        # How right the labels are

        Written by `mvn -Pcalibration -pl rules,analyzer process-test-classes`. Truth is measured: wall time against
        CPU time of every method, called as its callers would. The engine was mended on all of these applications;
        what it reached on them before is in decisions.md.

        ## Shop, press and office

        %s
        ```
        %s
        ```
        """
        .formatted(own.text(), own.misses());
  }

  private static void section(
      StringBuilder page,
      Application application,
      String debug,
      List<Path> compiledWith,
      List<Path> classPath)
      throws IOException {
    Path folder = Files.createTempDirectory("classes");
    Path classes = application.compile(folder, debug, compiledWith);
    Scores scores = application.scores(classes, classPath);
    String name = application.home().getFileName().toString();
    page.append(
        String.format(
            Locale.ROOT,
            "%n## %s, %s, %s%n%n%s%n```%n%s%n```%n",
            name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            debug.equals("-g") ? "with names and lines" : "without names and lines",
            compiledWith.isEmpty()
                ? "needs no libraries"
                : classPath.isEmpty() ? "without class path" : "with class path",
            scores.text(),
            scores.misses()));
  }
}
