package dev.concur.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The samples on disk: sources with markers, and the classes that were made of them. */
final class Samples {

  static final int NEWER = 21;

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path MAIN_21 = Path.of("src/main/java21");
  private static final Path CLASSES = Path.of("target/classes");

  private Samples() {}

  /** All sources that were compiled, by path. */
  static List<SampleFile> files() {
    Stream<SampleFile> newer = newerWereBuilt() ? in(MAIN_21, NEWER) : Stream.of();
    return Stream.concat(in(MAIN, 17), newer).toList();
  }

  /** Whether a JDK was found for what needs a newer one. */
  static boolean newerWereBuilt() {
    return Files.exists(
        CLASSES.resolve("dev/concur/samples/cpuboundonvirtual/VirtualSealDesk.class"));
  }

  /** The project, with sources and classes where Maven has them. */
  static Path project() {
    return Path.of("").toAbsolutePath();
  }

  /** Copies some of the classes, and nothing else, to a folder; paths are relative. */
  static void copyClasses(Path to, Predicate<Path> wanted) {
    for (Path from : walk(CLASSES)) {
      if (!wanted.test(CLASSES.relativize(from))) {
        continue;
      }
      try {
        Path copy = to.resolve(CLASSES.relativize(from));
        Files.createDirectories(copy.getParent());
        Files.copy(from, copy);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Stream<SampleFile> in(Path root, int release) {
    return walk(root).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .map(file -> SampleFile.parse(slashes(root.relativize(file)), release, text(file)));
  }

  private static List<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
