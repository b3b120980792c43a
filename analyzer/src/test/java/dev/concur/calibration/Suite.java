package dev.concur.calibration;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Label;
import dev.concur.read.ClassSource;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The classes of the suite as concur sees them: one application, without whoever measures it. */
final class Suite {

  private final Map<String, Label> labels = new HashMap<>();

  Suite(String... packages) {
    List<Path> files = new ArrayList<>();
    for (String name : packages) {
      files.addAll(classes(name));
    }
    Linked linked = Linked.of(ProgramReader.read(source(files)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      if (!method.isAbstract() && !method.isSynthetic()) {
        String owner = method.ref().owner();
        String simple = owner.substring(owner.lastIndexOf('.') + 1);
        labels.put(simple + "#" + method.ref().name(), costs.label(method));
      }
    }
  }

  Label label(String method) {
    return Optional.ofNullable(labels.get(method))
        .orElseThrow(() -> new IllegalStateException("no method " + method));
  }

  /** Beside each measured method, what concur says of it. */
  List<Scores.Case> cases(List<Measured> truths) {
    return truths.stream().map(truth -> new Scores.Case(truth, label(truth.method()))).toList();
  }

  static List<Measured> measured(String resource) {
    try (InputStream in = Suite.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Measured::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> classes(String name) {
    try {
      Path here = Path.of(Suite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = here.resolve("dev/concur/calibration").resolve(name);
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      }
    } catch (IOException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
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

  /** Prints scores and misses; for working on the engine. */
  public static void main(String[] args) throws IOException {
    List<String> packages = List.of(args).subList(1, args.length);
    Suite suite = new Suite(packages.toArray(String[]::new));
    List<Measured> truths =
        Files.readAllLines(Path.of(args[0])).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Measured::read)
            .filter(truth -> suite.labels.containsKey(truth.method()))
            .toList();
    Scores scores = new Scores(suite.cases(truths));
    System.out.println(scores.text());
    System.out.println(scores.misses());
  }
}
