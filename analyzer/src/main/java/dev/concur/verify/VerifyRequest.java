package dev.concur.verify;

import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What verification needs to know.
 *
 * @param output folder for generated benchmarks and raw samples, one folder below it per experiment
 * @param classPath the scanned code and its libraries
 * @param budget wall time for everything
 * @param options options for the JVMs that measure
 * @param jdk JDK that compiles and runs the benchmarks; empty when none was found
 * @param workerClassPath where concur and JMH themselves are
 * @param gate how quiet the machine must be
 * @param waits how long a call of this method waits, ns; empty when it does not wait
 * @param tests tests of the user's that may be run for the arguments they give; none unless asked
 * @param listener told what goes on
 */
public record VerifyRequest(
    Path output,
    List<Path> classPath,
    Duration budget,
    JvmOptions options,
    Optional<BenchmarkJdk> jdk,
    List<Path> workerClassPath,
    LoadGate gate,
    Function<MethodRef, Optional<Interval>> waits,
    List<TestModule> tests,
    VerifyListener listener) {
  public VerifyRequest {
    tests = List.copyOf(tests);
    classPath = List.copyOf(classPath);
    workerClassPath = List.copyOf(workerClassPath);
  }

  /** The usual: a minute, the newest JDK, concur where it runs from, a quiet machine. */
  public static VerifyRequest into(Path output) {
    return new VerifyRequest(
        output,
        List.of(),
        Duration.ofSeconds(60),
        JvmOptions.USUAL,
        BenchmarkJdks.search().preferred(),
        WorkerClassPath.ofThisProcess(),
        LoadGate.USUAL,
        new CatalogueWaits(),
        List.of(),
        VerifyListener.NONE);
  }

  /** The same, for this code. */
  public VerifyRequest withClassPath(List<Path> code) {
    return new VerifyRequest(
        output, code, budget, options, jdk, workerClassPath, gate, waits, tests, listener);
  }

  /** The same, with another budget. */
  public VerifyRequest withBudget(Duration time) {
    return new VerifyRequest(
        output, classPath, time, options, jdk, workerClassPath, gate, waits, tests, listener);
  }

  /** The same, on another JDK. */
  public VerifyRequest withJdk(Optional<BenchmarkJdk> other) {
    return new VerifyRequest(
        output, classPath, budget, options, other, workerClassPath, gate, waits, tests, listener);
  }

  /** The same, with other options for the JVMs. */
  public VerifyRequest withOptions(JvmOptions other) {
    return new VerifyRequest(
        output, classPath, budget, other, jdk, workerClassPath, gate, waits, tests, listener);
  }

  /** The same, with concur and JMH found elsewhere. */
  public VerifyRequest withWorkerClassPath(List<Path> own) {
    return new VerifyRequest(
        output, classPath, budget, options, jdk, own, gate, waits, tests, listener);
  }

  /** The same, with another gate. */
  public VerifyRequest withGate(LoadGate other) {
    return new VerifyRequest(
        output, classPath, budget, options, jdk, workerClassPath, other, waits, tests, listener);
  }

  /** The same, knowing which calls wait and for how long. */
  public VerifyRequest withWaits(Function<MethodRef, Optional<Interval>> known) {
    return new VerifyRequest(
        output, classPath, budget, options, jdk, workerClassPath, gate, known, tests, listener);
  }

  /** The same, listened to. */
  public VerifyRequest withListener(VerifyListener other) {
    return new VerifyRequest(
        output, classPath, budget, options, jdk, workerClassPath, gate, waits, tests, other);
  }

  /** The same, with tests that may be run. */
  public VerifyRequest withTests(List<TestModule> mayRun) {
    return new VerifyRequest(
        output, classPath, budget, options, jdk, workerClassPath, gate, waits, mayRun, listener);
  }
}
