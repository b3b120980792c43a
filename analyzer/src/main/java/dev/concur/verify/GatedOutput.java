package dev.concur.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Lets JMH begin an iteration only when the word is given, and tells the result of each. */
final class GatedOutput implements OutputFormat {

  private final Gate gate;
  private final PrintStream answers;
  private final IntSupplier tasks;
  private final LongSupplier checksum;
  private RunDelay delayBefore = new RunDelay(-1, -1);
  private long compiledBefore;
  private long collectedBefore;
  private long startedAt;
  private boolean first = true;
  private Optional<FlightWatch> watch = Optional.empty();

  /** Blocks until the next iteration may begin. */
  interface Gate {
    /** Whether it is to be played under the flight recorder. */
    boolean awaitWatched();
  }

  GatedOutput(Gate gate, PrintStream answers, IntSupplier tasks, LongSupplier checksum) {
    this.gate = gate;
    this.answers = answers;
    this.tasks = tasks;
    this.checksum = checksum;
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    if (first) {
      answers.println("ready");
      first = false;
    }
    watch = gate.awaitWatched() ? Optional.of(FlightWatch.start()) : Optional.empty();
    delayBefore = RunDelay.now();
    compiledBefore = compiled();
    collectedBefore = collected();
    startedAt = System.nanoTime();
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    double millis = (System.nanoTime() - startedAt) / 1e6;
    Window window =
        new Window(
            data.getPrimaryResult().getScore() * tasks.getAsInt(),
            data.getMetadata().getMeasuredOps(),
            RunDelay.now().shareSince(delayBefore),
            compiled() - compiledBefore,
            collected() - collectedBefore,
            millis,
            checksum.getAsLong());
    watch.ifPresent(this::tell);
    answers.println("window " + window.asText());
  }

  private void tell(FlightWatch watching) {
    try (watching) {
      answers.println("saw " + watching.saw());
    } catch (IOException | RuntimeException broken) {
      answers.println("saw nothing");
    }
  }

  private static long compiled() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : 0;
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void print(String text) {}

  @Override
  public void println(String text) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int value) {}

  @Override
  public void write(byte[] value) {}
}
