package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures advice: a benchmark for each experiment, generated, compiled, run in JVMs of its own.
 */
public final class Verifier {

  /** Even the last in the order gets this much of what is left, if it is left. */
  private static final Duration FAIR_SHARE = Duration.ofSeconds(15);

  private final VerifyRequest request;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private Rounds rounds = new Rounds(Map.of());

  public Verifier(VerifyRequest request) {
    this.request = request;
  }

  /**
   * Measures as many as the budget allows, those first where expected gain and doubt are largest.
   *
   * @return a verdict for each, by id of the experiment, in the order given
   */
  public Map<String, Verdict> verify(List<Experiment> experiments) {
    Budget budget = Budget.of(request.budget());
    Map<String, Verdict> verdicts = new HashMap<>();
    List<Prepared> prepared = new ArrayList<>();
    for (Experiment experiment : PlayOrder.of(experiments)) {
      Optional<String> hindrance = hindrance(experiment);
      if (hindrance.isPresent()) {
        judged(experiment, new Verdict.NotRun(hindrance.get()), verdicts, experiments.size());
      } else {
        prepared.add(new Prepared(experiment, StandIn.of(experiment, cores)));
      }
    }
    prepareAll(prepared, verdicts, experiments.size());
    playAll(prepared, verdicts, experiments.size(), budget);
    Map<String, Verdict> inOrder = new LinkedHashMap<>();
    for (Experiment each : experiments) {
      Verdict none = new Verdict.NotRun("the budget was spent on others");
      inOrder.put(each.id(), verdicts.getOrDefault(each.id(), none));
    }
    return inOrder;
  }

  /** Measures one, within a budget of its own. */
  public Verdict verify(Experiment experiment, Budget budget) {
    return new Verifier(request.withBudget(budget.left()))
        .verify(List.of(experiment))
        .values()
        .iterator()
        .next();
  }

  /** An experiment on its way. */
  private static final class Prepared {
    final Experiment experiment;
    final StandIn standIn;
    Optional<BenchmarkProject> project = Optional.empty();
    Optional<Trial> trial = Optional.empty();

    Prepared(Experiment experiment, StandIn standIn) {
      this.experiment = experiment;
      this.standIn = standIn;
    }
  }

  private Optional<String> hindrance(Experiment experiment) {
    if (request.jdk().isEmpty()) {
      return Optional.of(
          "no JDK with a compiler was found; name one with --benchmark-jdk DIR or set JAVA_HOME");
    }
    return Hindrance.of(experiment, request.jdk().get());
  }

  private void prepareAll(List<Prepared> prepared, Map<String, Verdict> verdicts, int all) {
    if (prepared.isEmpty()) {
      return;
    }
    BenchmarkJdk jdk = request.jdk().orElseThrow();
    try {
      calibrate(prepared, jdk);
      for (Prepared each : prepared) {
        each.project = Optional.of(write(each, jdk));
      }
      List<BenchmarkProject> projects =
          prepared.stream().map(each -> each.project.orElseThrow()).toList();
      List<Optional<String>> failures =
          new BenchmarkCompiler(jdk, request.workerClassPath()).compile(projects);
      for (int k = 0; k < prepared.size(); k++) {
        if (failures.get(k).isPresent()) {
          Verdict failed = new Verdict.NotRun(failures.get(k).get());
          judged(prepared.get(k).experiment, failed, verdicts, all);
        }
      }
    } catch (IOException unwritable) {
      for (Prepared each : prepared) {
        Verdict failed =
            new Verdict.NotRun("the benchmark could not be made: " + unwritable.getMessage());
        judged(each.experiment, failed, verdicts, all);
      }
    }
    prepared.removeIf(each -> verdicts.containsKey(each.experiment.id()));
  }

  private void calibrate(List<Prepared> prepared, BenchmarkJdk jdk) throws IOException {
    Set<Kernel> kernels = new TreeSet<>();
    for (Prepared each : prepared) {
      if (each.standIn.cpu() + each.standIn.heldCpu() > 0) {
        kernels.add(BenchmarkSource.kernelOf(each.experiment));
      }
    }
    kernels.removeIf(rounds::knows);
    if (!kernels.isEmpty()) {
      request.listener().working(prepared.get(0).experiment, "calibrating");
      Map<Kernel, Double> known = new HashMap<>(rounds.nanosPerRound());
      known.putAll(Calibration.of(kernels, jdk, request.output()).nanosPerRound());
      rounds = new Rounds(known);
    }
  }

  private BenchmarkProject write(Prepared each, BenchmarkJdk jdk) throws IOException {
    BenchmarkSource source = BenchmarkSource.of(each.experiment, each.standIn, rounds, cores);
    String rerun =
        BenchmarkProject.rerun(
            jdk,
            request.workerClassPath(),
            BenchmarkProject.folderOf(request.output(), each.experiment),
            source.qualifiedName());
    return BenchmarkProject.write(request.output(), each.experiment, source, rerun);
  }

  private void playAll(
      List<Prepared> prepared, Map<String, Verdict> verdicts, int all, Budget budget) {
    for (int k = 0; k < prepared.size(); k++) {
      Prepared each = prepared.get(k);
      Duration fair = budget.left().dividedBy(prepared.size() - k);
      Budget own = budget.atMost(fair.compareTo(FAIR_SHARE) > 0 ? fair : FAIR_SHARE);
      judged(each.experiment, play(each, own), verdicts, all);
    }
    for (Prepared each : prepared) {
      Verdict verdict = verdicts.get(each.experiment.id());
      if (verdict != null) {
        verdicts.put(each.experiment.id(), explored(each, verdict, budget));
      }
    }
  }

  private Verdict play(Prepared each, Budget budget) {
    try {
      Trial trial =
          new Trial(
              request,
              request.jdk().orElseThrow(),
              each.experiment,
              each.standIn,
              each.project.orElseThrow());
      if (!budget.allows(trial.shortest())) {
        return new Verdict.NotRun(
            "the budget of "
                + request.budget().toSeconds()
                + " s was spent on others; this one takes "
                + trial.shortest().toSeconds()
                + " s or more");
      }
      each.trial = Optional.of(trial);
      return trial.run(budget);
    } catch (IOException broken) {
      return new Verdict.NotRun("the benchmark could not be run: " + broken.getMessage());
    }
  }

  private static Verdict explored(Prepared each, Verdict verdict, Budget budget) {
    if (each.trial.isEmpty() || verdict.measured().isEmpty()) {
      return verdict;
    }
    List<ArmResult> more = each.trial.get().explore(budget);
    return more.isEmpty() ? verdict : Verdicts.withArms(verdict, more);
  }

  private void judged(
      Experiment experiment, Verdict verdict, Map<String, Verdict> verdicts, int all) {
    verdicts.put(experiment.id(), verdict);
    request.listener().judged(experiment, verdict, verdicts.size(), all);
  }
}
