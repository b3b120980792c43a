package dev.concur.verify;

import dev.concur.advise.Experiment;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where benchmarks are made: tried out live, else calibrated and modelled, written, compiled. */
final class Workshop implements AutoCloseable {

  private final VerifyRequest request;
  private final BenchmarkJdk jdk;
  private final BenchmarkCompiler compiler;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final CapturedCalls calls;
  private Rounds rounds = new Rounds(Map.of());

  Workshop(VerifyRequest request, BenchmarkJdk jdk, CapturedCalls calls) {
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

  /** Makes one: of the user's own method when it can be run, else a stand-in. */
  Made make(Experiment experiment) {
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
    try {
      compiler.start();
      Trial.Bench bench = writing.write();
      request.listener().working(bench.experiment(), "compiling");
      Optional<String> failure = compiler.compile(bench.project());
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      return failure.map(Made::not).orElseGet(() -> Made.of(bench.madeIn(time)));
    } catch (IOException failed) {
      return Made.not("the benchmark could not be made: " + failed.getMessage());
    }
  }

  private Trial.Bench write(Experiment experiment) throws IOException {
    request.listener().working(experiment, "trying the code itself");
    LiveCheck check = LiveCheck.of(experiment, request, jdk, calls);
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
