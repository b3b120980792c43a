package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Verdict;
import dev.concur.advise.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures advice: a benchmark for each experiment, generated, compiled, run in JVMs of its own.
 */
public final class Verifier {

  /** Even the last in the order gets this much of what is left, if it is left. */
  private static final Duration FAIR_SHARE = Duration.ofSeconds(25);

  /** Compiled in one start of a compiler; more would spend time on what is never played. */
  private static final int TOGETHER = 2;

  private final VerifyRequest request;
  private final Map<Shape, Verdict> byShape = new HashMap<>();

  public Verifier(VerifyRequest request) {
    this.request = request;
  }

  /** What two stand-ins have in common when they are the same benchmark. */
  private record Shape(List<Long> workload, List<Arm> arms, long predicted) {
    static Shape of(Experiment experiment) {
      Workload work = experiment.workload();
      List<Long> parts =
          Stream.of(work.cpu(), work.waiting(), work.heldCpu(), work.heldWaiting(), work.tasks())
              .map(part -> about(part.middle()))
              .toList();
      return new Shape(parts, experiment.arms(), about(experiment.predicted()));
    }

    /** In steps of 5 %: less is not worth a run of its own. */
    private static long about(double value) {
      return value <= 0 ? Long.MIN_VALUE : Math.round(20 * Math.log(value));
    }
  }

  /** What is known while one call of {@link #verify(List)} goes on. */
  private static final class Session {
    final Workshop workshop;
    final Budget budget;
    final int all;
    final Map<String, Verdict> verdicts = new HashMap<>();
    final Map<String, Trial> trials = new LinkedHashMap<>();

    Session(Workshop workshop, Budget budget, int all) {
      this.workshop = workshop;
      this.budget = budget;
      this.all = all;
    }
  }

  /**
   * Measures as many as the budget allows, those first where expected gain and doubt are largest.
   *
   * @return a verdict for each, by id of the experiment, in the order given
   */
  public Map<String, Verdict> verify(List<Experiment> experiments) {
    Map<String, Verdict> verdicts =
        request.jdk().isPresent() ? play(experiments, request.jdk().get()) : Map.of();
    Map<String, Verdict> inOrder = new LinkedHashMap<>();
    for (Experiment each : experiments) {
      inOrder.put(each.id(), verdicts.getOrDefault(each.id(), unplayed()));
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

  private Verdict unplayed() {
    return new Verdict.NotRun(
        request.jdk().isEmpty()
            ? "no JDK with a compiler was found; name one with --benchmark-jdk DIR or set JAVA_HOME"
            : "the budget of " + request.budget().toSeconds() + " s was spent on others");
  }

  private Map<String, Verdict> play(List<Experiment> experiments, BenchmarkJdk jdk) {
    Session session =
        new Session(new Workshop(request, jdk), Budget.of(request.budget()), experiments.size());
    List<Experiment> playable = new ArrayList<>();
    for (Experiment experiment : order(experiments)) {
      Optional<String> hindrance = Hindrance.of(experiment, jdk);
      if (hindrance.isPresent()) {
        judged(experiment, new Verdict.NotRun(hindrance.get()), session);
      } else {
        playable.add(experiment);
      }
    }
    for (int from = 0; from < playable.size(); from += TOGETHER) {
      playSome(playable, from, session);
    }
    explore(playable, session);
    return session.verdicts;
  }

  private static List<Experiment> order(List<Experiment> experiments) {
    int cores = Runtime.getRuntime().availableProcessors();
    return PlayOrder.of(experiments, each -> WindowPlan.secondsToDecide(each, cores));
  }

  private void playSome(List<Experiment> playable, int from, Session session) {
    List<Experiment> some =
        playable.subList(from, Math.min(playable.size(), from + TOGETHER)).stream()
            .filter(each -> !byShape.containsKey(Shape.of(each)) || each.subject().isPresent())
            .toList();
    Map<String, Workshop.Made> made =
        session.budget.allows(Duration.ofSeconds(5)) ? session.workshop.make(some) : Map.of();
    int left = playable.size() - from;
    for (Experiment each : playable.subList(from, Math.min(playable.size(), from + TOGETHER))) {
      Duration fair = session.budget.left().dividedBy(left--);
      Budget own = session.budget.atMost(fair.compareTo(FAIR_SHARE) > 0 ? fair : FAIR_SHARE);
      Workshop.Made bench = made.get(each.id());
      judged(each, bench == null ? unmade(each) : playOrReuse(each, bench, own, session), session);
    }
  }

  private Verdict unmade(Experiment experiment) {
    Verdict same = byShape.get(Shape.of(experiment));
    return same == null ? unplayed() : Verdicts.shared(same);
  }

  private Verdict playOrReuse(
      Experiment experiment, Workshop.Made made, Budget budget, Session session) {
    Verdict same = byShape.get(Shape.of(experiment));
    if (made.failure().isPresent()) {
      return new Verdict.NotRun(made.failure().get());
    }
    Trial.Bench bench = made.bench().orElseThrow();
    if (bench.live().isEmpty() && same != null) {
      return Verdicts.shared(same);
    }
    Verdict verdict = play(bench, budget, session);
    if (verdict instanceof Verdict.NotRun broken && bench.live().isPresent()) {
      Workshop.Made modelled = session.workshop.makeModelled(experiment, broken.reason());
      return same != null
          ? Verdicts.shared(same)
          : playOrReuse(experiment, modelled, budget, session);
    }
    boolean reusable =
        verdict.measured().filter(m -> m.fidelity() == Fidelity.MODELLED).isPresent();
    if (reusable) {
      byShape.put(Shape.of(experiment), verdict);
    }
    return verdict;
  }

  private Verdict play(Trial.Bench bench, Budget budget, Session session) {
    try {
      Trial trial = new Trial(request, session.workshop.jdk(), bench);
      if (!budget.allows(trial.shortest())) {
        return new Verdict.NotRun(
            "a first look takes %.0f s, and the budget left %.0f s for it"
                .formatted(trial.shortest().toMillis() / 1e3, budget.left().toMillis() / 1e3));
      }
      session.trials.put(bench.experiment().id(), trial);
      return trial.run(budget);
    } catch (IOException broken) {
      return new Verdict.NotRun("the benchmark could not be run: " + broken.getMessage());
    }
  }

  /** What is left of the budget goes to the arms that decide nothing. */
  private static void explore(List<Experiment> playable, Session session) {
    for (Experiment each : playable) {
      Trial trial = session.trials.get(each.id());
      Verdict verdict = session.verdicts.get(each.id());
      if (trial != null && verdict != null && verdict.measured().isPresent()) {
        List<ArmResult> more = trial.explore(session.budget);
        session.verdicts.put(
            each.id(), more.isEmpty() ? verdict : Verdicts.withArms(verdict, more));
      }
    }
  }

  private void judged(Experiment experiment, Verdict verdict, Session session) {
    session.verdicts.put(experiment.id(), verdict);
    request.listener().judged(experiment, verdict, session.verdicts.size(), session.all);
  }
}
