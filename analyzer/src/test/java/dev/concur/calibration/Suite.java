package dev.concur.calibration;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Label;
import dev.concur.read.ClassSource;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The classes of the suite as concur sees them: one application, without whoever measures it. */
final class Suite {

  /** Where the packages of the suite begin. */
  static final Path SOURCES = Path.of("src/test/java");

  private static final Path MEASURED =
      Path.of("src/test/resources/dev/concur/calibration/measured.tsv");

  private static final List<String> PACKAGES = List.of("shop", "press", "office");

  private final Map<String, Label> labels = new HashMap<>();

  private Suite(List<Path> classes) {
    Linked linked = Linked.of(ProgramReader.read(source(classes)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      if (!method.isAbstract() && !method.isSynthetic()) {
        String owner = method.ref().owner();
        String simple = owner.substring(owner.lastIndexOf('.') + 1);
        labels.put(simple + "#" + method.ref().name(), costs.label(method));
      }
    }
  }

  /** Compiles it; {@code -g} or {@code -g:none} says what the classes tell of their source. */
  static Suite compiled(String debug) {
    try {
      Path here = SOURCES.resolve("dev/concur/calibration");
      List<Path> sources = PACKAGES.stream().flatMap(name -> files(here.resolve(name))).toList();
      Path folder = Files.createTempDirectory("suite");
      Application.compile(sources, folder, debug, List.of());
      return new Suite(files(folder).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Label label(String method) {
    return Optional.ofNullable(labels.get(method))
        .orElseThrow(() -> new IllegalStateException("no method " + method));
  }

  /** What concur says of each measured method, beside what was measured. */
  Scores scores() {
    return new Scores(
        measured().stream().map(truth -> new Scores.Case(truth, label(truth.method()))).toList());
  }

  static List<Measured> measured() {
    try {
      return Files.readAllLines(MEASURED).stream()
          .filter(line -> !line.startsWith("#"))
          .map(Measured::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassSource source(List<Path> files) {
    return new ClassSource() {
      @Override
      public void roots(BiConsumer<String, byte[]> each) {
        for (Path file : files) {
          try {
            each.accept(file.toString(), Files.readAllBytes(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }

      @Override
      public Optional<byte[]> library(String binaryName) {
        return Optional.empty();
      }
    };
  }
}
