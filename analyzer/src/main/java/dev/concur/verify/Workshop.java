package dev.concur.verify;

import dev.concur.advise.Experiment;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Where benchmarks are made: tried out live, else calibrated and modelled, written, compiled. */
final class Workshop implements AutoCloseable {

  private final VerifyRequest request;
  private final BenchmarkJdk jdk;
  private final BenchmarkCompiler compiler;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final CapturedCalls calls;
  private final Ledger ledger;
  private final DrivenBefore before;
  private final Map<String, LiveCheck> checks = new HashMap<>();
  private Rounds rounds = new Rounds(Map.of());

  Workshop(
      VerifyRequest request,
      BenchmarkJdk jdk,
      CapturedCalls calls,
      DrivenBefore before,
      Ledger ledger) {
    this.before = before;
    this.ledger = ledger;
    this.calls = calls;
    this.request = request;
    this.jdk = jdk;
    this.compiler = new BenchmarkCompiler(jdk, request.workerClassPath());
  }

  /** A benchmark that is ready, or why there is none. */
  record Made(Optional<Trial.Bench> bench, Optional<String> failure) {
    static Made of(Trial.Bench bench) {
      return new Made(Optional.of(bench), Optional.empty());
    }

    static Made not(String why) {
      return new Made(Optional.empty(), Optional.of(why));
    }
  }

  BenchmarkJdk jdk() {
    return jdk;
  }

  @Override
  public void close() {
    compiler.close();
  }

  /** Whether it is known of this one whether its own method can be run. */
  boolean tried(Experiment experiment) {
    return checks.containsKey(experiment.id());
  }

  /**
   * Tries the methods of some out, side by side on all cores, while nothing is measured; the
   * compiler starts meanwhile.
   */
  private void tryOut(List<Experiment> next) throws IOException {
    next.forEach(each -> request.listener().working(each, "trying the code itself"));
    compiler.start();
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    try (Ledger.Span trying = ledger.on(Ledger.Post.TRYING)) {
      Map<String, Future<LiveCheck>> begun = new LinkedHashMap<>();
      next.forEach(each -> begun.put(each.id(), threads.submit(() -> check(each))));
      for (Map.Entry<String, Future<LiveCheck>> each : begun.entrySet()) {
        checks.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException broken) {
      throw new IOException(broken.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while trying methods", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private LiveCheck check(Experiment experiment) throws IOException {
    Optional<LiveRun> known = before.of(experiment);
    if (known.isPresent()) {
      return new LiveCheck(known, "");
    }
    LiveCheck check = LiveCheck.of(experiment, request, jdk, calls);
    check.run().ifPresent(run -> before.keep(experiment, run));
    return check;
  }

  /**
   * Makes one: of the user's own method when it can be run, else a stand-in.
   *
   * @param next this one and others, to be tried out with it
   */
  Made make(Experiment experiment, List<Experiment> next) {
    try {
      if (!tried(experiment)) {
        tryOut(next);
      }
    } catch (IOException failed) {
      return Made.not("the benchmark could not be made: " + failed.getMessage());
    }
    return made(() -> write(experiment));
  }

  /** Makes a stand-in, since the user's own method could not be run after all. */
  Made makeModelled(Experiment experiment, String because) {
    return made(() -> modelled(experiment, because));
  }

  /** Writes a benchmark. */
  private interface Writing {
    Trial.Bench write() throws IOException;
  }

  private Made made(Writing writing) {
    long start = System.nanoTime();
    try (Ledger.Span making = ledger.on(Ledger.Post.COMPILING)) {
      compiler.start();
      Trial.Bench bench = writing.write();
      Optional<String> tooSmall = bench.tooSmall();
      if (tooSmall.isPresent()) {
        return Made.not(tooSmall.get());
      }
      request.listener().working(bench.experiment(), "compiling");
      Optional<String> failure = compiler.compile(bench.project());
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      return failure.map(Made::not).orElseGet(() -> Made.of(bench.madeIn(time)));
    } catch (IOException failed) {
      return Made.not("the benchmark could not be made: " + failed.getMessage());
    }
  }

  private Trial.Bench write(Experiment experiment) throws IOException {
    LiveCheck check = Objects.requireNonNull(checks.get(experiment.id()), "not tried");
    return check.run().isPresent()
        ? live(experiment, check.run().get())
        : modelled(experiment, check.reason());
  }

  private Trial.Bench live(Experiment experiment, LiveRun run) throws IOException {
    Experiment played = run.of(experiment);
    StandIn standIn = StandIn.ofLive(played, cores);
    BenchmarkSource source = BenchmarkSource.live(played, standIn, run, cores);
    return new Trial.Bench(
        played,
        standIn,
        experiment.predictedOf(
            standIn.tasks(),
            run.asReplaced(experiment.workload(), experiment.baseline().lock()),
            cores),
        project(played, source, Optional.of(run)),
        Optional.of(run),
        "",
        Duration.ZERO);
  }

  private Trial.Bench modelled(Experiment experiment, String because) throws IOException {
    StandIn standIn = StandIn.of(experiment, cores);
    if (standIn.cpu() + standIn.heldCpu() > 0) {
      calibrate(experiment);
    }
    BenchmarkSource source = BenchmarkSource.of(experiment, standIn, rounds, cores);
    return new Trial.Bench(
        experiment,
        standIn,
        experiment.predictedOf(standIn.tasks(), standIn.played(experiment.workload()), cores),
        project(experiment, source, Optional.empty()),
        Optional.empty(),
        because,
        Duration.ZERO);
  }

  private BenchmarkProject project(
      Experiment experiment, BenchmarkSource source, Optional<LiveRun> run) throws IOException {
    return BenchmarkProject.write(request, jdk, experiment, source, run);
  }

  private void calibrate(Experiment experiment) throws IOException {
    Kernel kernel = BenchmarkSource.kernelOf(experiment);
    if (!rounds.knows(kernel)) {
      request.listener().working(experiment, "calibrating");
      Set<Kernel> missing = new TreeSet<>(Set.of(kernel));
      Map<Kernel, Double> known = new HashMap<>(rounds.nanosPerRound());
      known.putAll(Calibration.of(missing, jdk, request).nanosPerRound());
      rounds = new Rounds(known);
    }
  }
}
