package dev.concur.verify;

import dev.concur.verify.live.ParentWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Compiles generated benchmarks with the compiler of the benchmark JDK. */
final class BenchmarkCompiler {

  private static final long PATIENCE_SECONDS = 120;

  private final BenchmarkJdk jdk;
  private final List<Path> workerClassPath;

  BenchmarkCompiler(BenchmarkJdk jdk, List<Path> workerClassPath) {
    this.jdk = jdk;
    this.workerClassPath = workerClassPath;
  }

  /**
   * Compiles them in one start of the JVM.
   *
   * @return for each, in their order, why it did not compile; empty when it did
   */
  List<Optional<String>> compile(List<BenchmarkProject> projects) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.java().toString(),
                ParentWatch.option(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                BenchmarkProject.joined(workerClassPath),
                CompileWorker.class.getName()));
    for (BenchmarkProject project : projects) {
      command.add(job(project).toString());
    }
    Path log = Files.createTempFile("concur-compile", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return outcomes(Files.readAllLines(log, StandardCharsets.UTF_8), projects.size(), ended);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while compiling", interrupted);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static Path job(BenchmarkProject project) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(project.sourceFile().toString());
    words.add(project.classes().toString());
    if (project.vectorised()) {
      words.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    Path file = project.folder().resolve("compile.args");
    return Files.write(file, words);
  }

  private static List<Optional<String>> outcomes(List<String> lines, int count, boolean ended) {
    List<Optional<String>> outcomes = new ArrayList<>();
    List<String> noise = new ArrayList<>();
    for (String line : lines) {
      if (line.equals("ok")) {
        outcomes.add(Optional.empty());
      } else if (line.startsWith("failed ")) {
        outcomes.add(Optional.of("the benchmark does not compile: " + line.substring(7)));
      } else {
        noise.add(line);
      }
    }
    String why = ended ? "the compiler ended early: " + noise : "the compiler took too long";
    while (outcomes.size() < count) {
      outcomes.add(Optional.of(why));
    }
    return outcomes;
  }
}
