package dev.concur.input;

import dev.concur.model.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;

/** Opens jars as roots: plain ones, and those of Spring Boot or a war with jars inside them. */
final class Jars {

  /** Where an application keeps its own classes, and where its libraries, when it is one jar. */
  private enum Layout {
    SPRING_BOOT("BOOT-INF/classes/", "BOOT-INF/lib/"),
    WAR("WEB-INF/classes/", "WEB-INF/lib/"),
    PLAIN("", "");

    final String classes;
    final String libraries;

    Layout(String classes, String libraries) {
      this.classes = classes;
      this.libraries = libraries;
    }

    static Layout of(JarArchive jar) throws IOException {
      for (Layout each : List.of(SPRING_BOOT, WAR)) {
        if (jar.hasFolder(each.classes) || jar.hasFolder(each.libraries)) {
          return each;
        }
      }
      return PLAIN;
    }
  }

  private final int runtime;
  private final ProblemLog problems;
  private final List<Closeable> containers;

  Jars(int runtime, ProblemLog problems, List<Closeable> containers) {
    this.runtime = runtime;
    this.problems = problems;
    this.containers = containers;
  }

  /**
   * A jar that was opened.
   *
   * @param nested libraries inside it
   * @param beside libraries that its manifest names
   */
  record Opened(Root root, Archive classes, Map<Library, Archive> nested, List<Path> beside) {}

  /** Opens a jar; fails when it is none. */
  Opened open(String name, Path file) throws IOException {
    JarArchive whole = JarArchive.open(file, "", runtime);
    reportEscaping(name, whole);
    Layout layout = Layout.of(whole);
    boolean runs =
        layout != Layout.PLAIN || whole.attribute(Attributes.Name.MAIN_CLASS).isPresent();
    Target.Mode mode = runs ? Target.Mode.APPLICATION : Target.Mode.LIBRARY;
    Root root = new Root(name, Root.Kind.JAR, sourcesBeside(file), mode);
    List<Path> beside = namedInManifest(file, whole);
    if (layout == Layout.PLAIN) {
      return new Opened(root, whole, Map.of(), beside);
    }
    containers.add(whole);
    return new Opened(
        root,
        JarArchive.open(file, layout.classes, runtime),
        nested(name, file, whole.jarsBelow(layout.libraries)),
        beside);
  }

  private void reportEscaping(String name, JarArchive jar) throws IOException {
    List<String> escaping = jar.escaping();
    if (!escaping.isEmpty()) {
      problems.add(
          name,
          escaping.size() + " entries have names that leave the jar, such as " + escaping.get(0),
          "they were skipped; do not unpack this jar");
    }
  }

  private Map<Library, Archive> nested(String name, Path file, List<String> entries)
      throws IOException {
    Map<Library, Archive> found = new LinkedHashMap<>();
    if (entries.isEmpty()) {
      return found;
    }
    FileSystem outer = FileSystems.newFileSystem(file);
    containers.add(outer);
    for (String entry : entries) {
      String called = name + "!/" + entry;
      try {
        found.put(
            new Library(called, file, entry),
            FolderArchive.nested(outer, entry, runtime, problems));
      } catch (IOException | RuntimeException e) {
        problems.add(called, "cannot be read: " + e.getMessage(), "build the jar again");
      }
    }
    return found;
  }

  private List<SourceFolder> sourcesBeside(Path file) {
    String name = String.valueOf(file.getFileName());
    Path sources = file.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
    if (sources.equals(file) || !Files.isRegularFile(sources)) {
      return List.of();
    }
    try {
      FileSystem inside = FileSystems.newFileSystem(sources);
      containers.add(inside);
      return List.of(
          new SourceFolder(inside.getPath("/"), String.valueOf(sources.getFileName()), false));
    } catch (IOException | RuntimeException e) {
      problems.add(
          String.valueOf(sources.getFileName()),
          "the sources beside the jar cannot be read: " + e.getMessage(),
          "download them again or remove them");
      return List.of();
    }
  }

  private static List<Path> namedInManifest(Path file, JarArchive jar) throws IOException {
    List<Path> found = new ArrayList<>();
    String classPath = jar.attribute(Attributes.Name.CLASS_PATH).orElse("");
    for (String each : classPath.strip().split("\\s+")) {
      try {
        Path named = file.resolveSibling(each);
        if (!each.isEmpty() && each.endsWith(".jar") && Files.isRegularFile(named)) {
          found.add(named);
        }
      } catch (InvalidPathException e) {
        // A URL to somewhere else: nothing we would read.
      }
    }
    return found;
  }
}
