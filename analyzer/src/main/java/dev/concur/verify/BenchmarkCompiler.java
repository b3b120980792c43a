package dev.concur.verify;

import dev.concur.verify.live.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The compiler of the benchmark JDK, in a JVM of its own that stays, since a compiler that is warm
 * takes a fifth of the time. It is idle while something is measured.
 */
final class BenchmarkCompiler implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BenchmarkJdk jdk;
  private final List<Path> workerClassPath;
  private Optional<WorkerProcess> running = Optional.empty();

  BenchmarkCompiler(BenchmarkJdk jdk, List<Path> workerClassPath) {
    this.jdk = jdk;
    this.workerClassPath = workerClassPath;
  }

  /** Begins to start, so that it is there when it is needed. */
  void start() throws IOException {
    worker();
  }

  /** Why it does not compile; empty when it does. */
  Optional<String> compile(BenchmarkProject project) throws IOException {
    try {
      String answer = worker().ask(job(project).toString(), PATIENCE);
      return answer.equals("ok")
          ? Optional.empty()
          : Optional.of("the benchmark does not compile: " + answer.replaceFirst("failed ", ""));
    } catch (WorkerProcess.Failure broken) {
      close();
      return Optional.of("the compiler: " + broken.reason());
    }
  }

  @Override
  public void close() {
    running.ifPresent(WorkerProcess::close);
    running = Optional.empty();
  }

  private WorkerProcess worker() throws IOException {
    if (running.isEmpty()) {
      running = Optional.of(WorkerProcess.start(command()));
    }
    return running.get();
  }

  private List<String> command() {
    return List.of(
        jdk.java().toString(),
        ParentWatch.option(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        BenchmarkProject.joined(workerClassPath),
        CompileWorker.class.getName());
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
}
