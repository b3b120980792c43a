package dev.concur.verify;

import dev.concur.advise.Experiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where benchmarks are made: tried out live, else calibrated and modelled, written, compiled. */
final class Workshop {

  private final VerifyRequest request;
  private final BenchmarkJdk jdk;
  private final BenchmarkCompiler compiler;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private Rounds rounds = new Rounds(Map.of());

  Workshop(VerifyRequest request, BenchmarkJdk jdk) {
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

  /** Makes them, by id. */
  Map<String, Made> make(List<Experiment> experiments) {
    Map<String, Made> made = new HashMap<>();
    List<Trial.Bench> written = new ArrayList<>();
    for (Experiment each : experiments) {
      try {
        written.add(write(each));
      } catch (IOException failed) {
        made.put(each.id(), Made.not("the benchmark could not be made: " + failed.getMessage()));
      }
    }
    List<Made> compiled = compile(written);
    for (int k = 0; k < written.size(); k++) {
      made.put(written.get(k).experiment().id(), compiled.get(k));
    }
    return made;
  }

  /** Makes a stand-in, since the user's own method could not be run after all. */
  Made makeModelled(Experiment experiment, String because) {
    try {
      return compile(List.of(modelled(experiment, because))).get(0);
    } catch (IOException failed) {
      return Made.not("the benchmark could not be made: " + failed.getMessage());
    }
  }

  private List<Made> compile(List<Trial.Bench> benches) {
    if (benches.isEmpty()) {
      return List.of();
    }
    List<Made> made = new ArrayList<>();
    try {
      List<Optional<String>> failures =
          compiler.compile(benches.stream().map(Trial.Bench::project).toList());
      for (int k = 0; k < benches.size(); k++) {
        made.add(
            failures.get(k).isEmpty()
                ? Made.of(benches.get(k))
                : Made.not(failures.get(k).orElseThrow()));
      }
    } catch (IOException failed) {
      benches.forEach(each -> made.add(Made.not("no compiler: " + failed.getMessage())));
    }
    return made;
  }

  private Trial.Bench write(Experiment experiment) throws IOException {
    request.listener().working(experiment, "trying the code itself");
    LiveCheck check = LiveCheck.of(experiment, request, jdk);
    return check.run().isPresent()
        ? live(experiment, check.run().get())
        : modelled(experiment, check.reason());
  }

  private Trial.Bench live(Experiment experiment, LiveRun run) throws IOException {
    Experiment played = run.of(experiment);
    StandIn standIn = StandIn.ofLive(played, cores);
    BenchmarkSource source = BenchmarkSource.live(played, standIn, run, cores);
    return new Trial.Bench(
        played, standIn, project(played, source, Optional.of(run)), Optional.of(run), "");
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
        because);
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
      known.putAll(Calibration.of(missing, jdk, request.output()).nanosPerRound());
      rounds = new Rounds(known);
    }
  }
}
