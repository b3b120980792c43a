package dev.concur.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Verdicts of earlier runs, kept beside the generated benchmarks: one file for each, named by a
 * hash of the code, the advice, the JDK and the machine. Written as soon as a verdict is there, so
 * a run that is interrupted goes on where it stopped.
 */
final class VerdictCache {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "verdicts";

  private final Path folder;
  private final String common;

  VerdictCache(VerifyRequest request, BenchmarkJdk jdk) {
    this.folder = request.output().resolve(FOLDER);
    MessageDigest digest = sha();
    add(digest, jdk.describe());
    add(digest, request.options().toString());
    add(digest, machine());
    add(digest, request.gate().toString());
    add(digest, fixtures(request.output()));
    request.workerClassPath().forEach(path -> addStamp(digest, path));
    request.classPath().forEach(path -> addContent(digest, path));
    for (TestModule module : request.tests()) {
      module.tests().forEach(path -> addContent(digest, path));
      module.classPath().forEach(path -> addStamp(digest, path));
    }
    this.common = hex(digest);
  }

  /** A verdict as it is kept; the figures are none or one. */
  private record Kept(String word, String reason, List<Figures> figures) {}

  /**
   * A measurement, with an ordinary number for its load.
   *
   * @param load negative when it is not known
   */
  private record Figures(
      Measurement.Fidelity fidelity,
      int cores,
      String jdk,
      double speedup,
      double low,
      double high,
      double promised,
      double confidenceLevel,
      double seconds,
      int pairs,
      int looks,
      double alpha,
      double load,
      List<String> stubs,
      String witness,
      String source,
      String rerun,
      List<Measurement.ArmResult> arms) {

    static Figures of(Measurement m) {
      return new Figures(
          m.fidelity(),
          m.cores(),
          m.jdk(),
          m.speedup(),
          m.low(),
          m.high(),
          m.promised(),
          m.confidenceLevel(),
          m.seconds(),
          m.pairs(),
          m.looks(),
          m.alpha(),
          m.load().orElse(-1),
          m.stubs(),
          m.witness(),
          m.source(),
          m.rerun(),
          m.arms());
    }

    Measurement measurement() {
      return new Measurement(
          fidelity,
          cores,
          jdk,
          speedup,
          low,
          high,
          promised,
          confidenceLevel,
          seconds,
          pairs,
          looks,
          alpha,
          load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load),
          stubs,
          witness,
          source,
          rerun,
          arms);
    }
  }

  /** What an earlier run said of it. */
  Optional<Verdict> of(Experiment experiment) {
    Path file = fileOf(experiment);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return verdict(JSON.readValue(file.toFile(), Kept.class));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps it for later runs. A cache that cannot be written costs time, never a verdict. */
  void keep(Experiment experiment, Verdict verdict) {
    Kept kept =
        new Kept(
            verdict.word(),
            verdict.reason(),
            verdict.measured().map(Figures::of).stream().toList());
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "verdict", ".new");
      JSON.writeValue(fresh.toFile(), kept);
      Files.move(fresh, fileOf(experiment), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      // It is measured again next time.
    }
  }

  private static Optional<Verdict> verdict(Kept kept) {
    String reason = kept.reason() + "; measured in an earlier run";
    Optional<Measurement> measured = kept.figures().stream().map(Figures::measurement).findFirst();
    return switch (kept.word()) {
      case "confirmed" -> measured.map(figures -> new Verdict.Confirmed(figures, reason));
      case "refuted" -> measured.map(figures -> new Verdict.Refuted(figures, reason));
      case "undecided" -> Optional.of(new Verdict.Undecided(measured, reason));
      default -> Optional.empty();
    };
  }

  private Path fileOf(Experiment experiment) {
    return folder.resolve(keyOf(experiment) + ".json");
  }

  /** A name that changes with the experiment, code, options, JDK and machine. */
  String keyOf(Experiment experiment) {
    MessageDigest digest = sha();
    add(digest, common);
    add(digest, experiment.toString());
    return hex(digest);
  }

  private static String fixtures(Path output) {
    try {
      return new TreeMap<>(Fixtures.around(output).drivers()).toString();
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static String machine() {
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        String.valueOf(Runtime.getRuntime().availableProcessors()),
        processor());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(line -> line.startsWith("model name")).findFirst().orElse("");
    } catch (IOException elsewhere) {
      return "";
    }
  }

  /** Our own jars by size and time: they are large, and not what is measured. */
  private static void addStamp(MessageDigest digest, Path path) {
    try {
      add(digest, path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
    } catch (IOException absent) {
      add(digest, path.toString());
    }
  }

  private static void addContent(MessageDigest digest, Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        add(digest, path.relativize(file).toString());
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException | java.io.UncheckedIOException absent) {
      add(digest, path.toString());
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }
}
