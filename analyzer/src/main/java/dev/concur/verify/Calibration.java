package dev.concur.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Measures how long one round of each kernel takes on this machine and JDK, at one thread. */
final class Calibration {

  private static final long PATIENCE_SECONDS = 60;
  private static final String LOG = "rounds.txt";

  private Calibration() {}

  /**
   * Runs each kernel for some tenths of a second in a JVM of its own. What was found is kept beside
   * the benchmarks and found again, for this JDK.
   */
  static Rounds of(Set<Kernel> kernels, BenchmarkJdk jdk, VerifyRequest request)
      throws IOException {
    Map<Kernel, Double> all = new TreeMap<>();
    for (Kernel kernel : kernels) {
      Path folder =
          request
              .output()
              .toAbsolutePath()
              .resolve("calibration")
              .resolve(
                  jdk.version()
                      + "-"
                      + kernel.name().toLowerCase(java.util.Locale.ROOT)
                      + tuned(request.options()));
      Files.createDirectories(folder);
      all.putAll(kept(folder, Set.of(kernel)).orElseGet(() -> Map.of()));
      if (!all.containsKey(kernel)) {
        all.putAll(measured(Set.of(kernel), jdk, request.options(), folder).nanosPerRound());
      }
    }
    return new Rounds(all);
  }

  /** What was found under other options is another answer. */
  private static String tuned(JvmOptions options) {
    return options.arguments().isEmpty()
        ? ""
        : "-" + Integer.toHexString(options.arguments().hashCode());
  }

  private static Optional<Map<Kernel, Double>> kept(Path folder, Set<Kernel> kernels) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(LOG), StandardCharsets.UTF_8);
      return Optional.of(parsed(lines, kernels).nanosPerRound());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Rounds measured(
      Set<Kernel> kernels, BenchmarkJdk jdk, JvmOptions options, Path folder) throws IOException {
    Path source = folder.resolve("Calibrate.java");
    Files.writeString(source, source(kernels));
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(options.arguments());
    command.add(source.toString());
    Path log = folder.resolve(LOG);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("calibration took longer than " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while calibrating", interrupted);
    } finally {
      process.destroyForcibly();
    }
    return parsed(Files.readAllLines(log, StandardCharsets.UTF_8), kernels);
  }

  private static Rounds parsed(List<String> lines, Set<Kernel> kernels) throws IOException {
    Map<Kernel, Double> nanos = new TreeMap<>();
    for (Kernel kernel : kernels) {
      for (String line : lines) {
        if (line.startsWith(kernel.name() + " ")) {
          nanos.put(kernel, Double.parseDouble(line.substring(kernel.name().length() + 1)));
        }
      }
      if (!nanos.containsKey(kernel)) {
        throw new IOException("no calibration of " + kernel + ": " + String.join(" / ", lines));
      }
    }
    return new Rounds(nanos);
  }

  static String source(Set<Kernel> kernels) {
    Set<String> imports = new TreeSet<>();
    kernels.forEach(kernel -> imports.addAll(kernel.imports()));
    imports.addAll(
        List.of(
            "java.lang.management.ManagementFactory",
            "java.lang.management.ThreadMXBean",
            "java.util.Arrays",
            "java.util.Locale"));
    String lines =
        kernels.stream()
            .sorted()
            .map(
                kernel ->
                    "    "
                        + className(kernel)
                        + " "
                        + variable(kernel)
                        + " = new "
                        + className(kernel)
                        + "();\n    print(\""
                        + kernel
                        + "\", rounds -> "
                        + variable(kernel)
                        + ".compute(rounds, rounds));\n")
            .collect(Collectors.joining());
    String classes =
        kernels.stream()
            .sorted()
            .map(
                kernel ->
                    "\n  static final class "
                        + className(kernel)
                        + " {\n"
                        + kernel.members(false).indent(2).replaceAll("(?m)^ +$", "")
                        + "  }\n")
            .collect(Collectors.joining());
    return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining())
        + FRAME.replace("@LINES@", lines).replace("@CLASSES@", classes);
  }

  private static String className(Kernel kernel) {
    return kernel.name().charAt(0) + kernel.name().substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static String variable(Kernel kernel) {
    return kernel.name().toLowerCase(java.util.Locale.ROOT) + "Work";
  }

  private static final String FRAME =
      """

      /** Prints ns of CPU time per round of each kernel: the median of nine runs, warmed up. */
      public class Calibrate {

        interface Compute {
          long run(int rounds);
        }

        static volatile long sink;

        public static void main(String[] none) {
      @LINES@  }

        private static void print(String name, Compute compute) {
          int rounds = 64;
          for (long warm = 0; warm < 600_000_000L; ) {
            long spent = time(compute, rounds);
            warm += spent;
            rounds = spent < 10_000_000L ? rounds * 2 : rounds;
          }
          double[] each = new double[9];
          for (int k = 0; k < each.length; k++) {
            each[k] = (double) time(compute, rounds) / rounds;
          }
          Arrays.sort(each);
          System.out.println(name + " " + String.format(Locale.ROOT, "%.4f", each[each.length / 2]));
        }

        private static long time(Compute compute, int rounds) {
          ThreadMXBean clock = ManagementFactory.getThreadMXBean();
          long start = clock.getCurrentThreadCpuTime();
          for (int k = 0; k < 16; k++) {
            sink += compute.run(rounds / 16);
          }
          return clock.getCurrentThreadCpuTime() - start;
        }
      @CLASSES@}
      """;
}
