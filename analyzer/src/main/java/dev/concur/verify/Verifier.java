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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures advice: a benchmark for each experiment, generated, compiled, run in JVMs of its own.
 */
public final class Verifier {

  /** In the first round an experiment gets so much, so that all remedies get a turn. */
  private static final Duration FIRST_TURN = Duration.ofSeconds(12);

  /** With less there is no use in making a benchmark. */
  private static final Duration SHORTEST = Duration.ofSeconds(4);

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
    final VerdictCache cache;
    final Budget budget;
    final Lull lull;
    final Ledger ledger;
    final int all;
    final Map<String, Verdict> verdicts = new HashMap<>();
    final Map<String, Trial> trials = new LinkedHashMap<>();
    final Set<String> starved = new HashSet<>();

    Session(
        Workshop workshop, VerdictCache cache, Budget budget, Lull lull, Ledger ledger, int all) {
      this.workshop = workshop;
      this.cache = cache;
      this.budget = budget;
      this.lull = lull;
      this.ledger = ledger;
      this.all = all;
    }
  }

  /**
   * Measures as many as the budget allows: the first advice first and one for each remedy, to their
   * verdicts; then the others.
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
    VerdictCache cache = new VerdictCache(request, jdk);
    long begun = System.nanoTime();
    Ledger ledger = new Ledger();
    try (Workshop workshop =
        new Workshop(
            request,
            jdk,
            captured(experiments, cache, jdk),
            new DrivenBefore(request.output(), cache),
            ledger)) {
      Budget budget = Budget.of(request.budget());
      Session session =
          new Session(
              workshop, cache, budget, new Lull(request.gate()), ledger, experiments.size());
      List<List<Experiment>> rounds =
          PlayOrder.of(experiments).stream().map(round -> playable(round, session)).toList();
      for (List<Experiment> round : rounds) {
        firstTurns(round, session);
        round.forEach(each -> goOn(each, session));
      }
      try (Ledger.Span exploring = ledger.on(Ledger.Post.EXPLORING)) {
        rounds.forEach(round -> explore(round, session));
      }
      request.listener().ended(spent(session, Duration.ofNanos(System.nanoTime() - begun)));
      return session.verdicts;
    }
  }

  private static Spent spent(Session session, Duration whole) {
    long settled = session.trials.values().stream().filter(trial -> !trial.open()).count();
    long open = session.trials.size() - settled + session.starved.size();
    int unseen = session.all - session.verdicts.size();
    return Spent.of(whole, session.ledger, (int) settled, (int) open + unseen);
  }

  /** The tests are run before the budget begins: how long they take is the project's own affair. */
  private CapturedCalls captured(
      List<Experiment> experiments, VerdictCache cache, BenchmarkJdk jdk) {
    List<Experiment> open = experiments.stream().filter(each -> cache.of(each).isEmpty()).toList();
    if (!request.tests().isEmpty() && !open.isEmpty()) {
      request.listener().working(open.get(0), "running the tests of the project");
    }
    return Scouting.of(
        request, jdk, open.stream().flatMap(each -> each.subject().stream()).distinct().toList());
  }

  private List<Experiment> playable(List<Experiment> experiments, Session session) {
    List<Experiment> playable = new ArrayList<>();
    for (Experiment experiment : experiments) {
      Optional<String> hindrance = Hindrance.of(experiment, session.workshop.jdk());
      if (hindrance.isPresent()) {
        judged(experiment, new Verdict.NotRun(hindrance.get()), session);
      } else {
        playable.add(experiment);
      }
    }
    return playable;
  }

  /**
   * On a machine that turns out to be busy, those whose answer it cannot change come first; the
   * others get a second chance after them, and cost no more than a look at the load without it.
   */
  private void firstTurns(List<Experiment> playable, Session session) {
    List<Experiment> later = new ArrayList<>();
    for (int k = 0; k < playable.size(); k++) {
      Experiment each = playable.get(k);
      if (session.lull.missed() && needsQuiet(each)) {
        later.add(each);
      } else {
        firstTurn(each, next(playable.subList(k, playable.size()), session), session);
      }
    }
    session.lull.hopeAgain();
    for (Experiment each : later) {
      double share = quiet(session);
      if (session.lull.passes(share) || session.cache.of(each).isPresent()) {
        firstTurn(each, List.of(each), session);
      } else {
        judged(each, new Verdict.Undecided(Optional.empty(), session.lull.reason(share)), session);
      }
    }
  }

  private static double quiet(Session session) {
    try (Ledger.Span waiting = session.ledger.on(Ledger.Post.QUIET)) {
      return session.lull.await(session.budget);
    }
  }

  private static boolean needsQuiet(Experiment experiment) {
    int cores = Runtime.getRuntime().availableProcessors();
    return StandIn.of(experiment, cores).needsQuiet(experiment);
  }

  /** One for each core, of those that will be made soon. */
  private static List<Experiment> next(List<Experiment> playable, Session session) {
    return playable.stream()
        .filter(each -> !session.workshop.tried(each) && session.cache.of(each).isEmpty())
        .filter(each -> !(session.lull.missed() && needsQuiet(each)))
        .limit(Runtime.getRuntime().availableProcessors())
        .toList();
  }

  private void firstTurn(Experiment experiment, List<Experiment> next, Session session) {
    Optional<Verdict> known = session.cache.of(experiment);
    Optional<Verdict> same = sameShape(experiment);
    if (known.isPresent()) {
      judged(experiment, known.get(), session);
    } else if (same.isPresent() && experiment.subject().isEmpty()) {
      judged(experiment, Verdicts.shared(same.get()), session);
    } else if (session.budget.allows(SHORTEST)) {
      Workshop.Made made = session.workshop.make(experiment, next);
      judged(experiment, playOrReuse(experiment, made, session), session);
    }
  }

  private Optional<Verdict> sameShape(Experiment experiment) {
    return Optional.ofNullable(byShape.get(Shape.of(experiment)));
  }

  private Verdict playOrReuse(Experiment experiment, Workshop.Made made, Session session) {
    if (made.failure().isPresent()) {
      return new Verdict.NotRun(made.failure().get());
    }
    Trial.Bench bench = made.bench().orElseThrow();
    Optional<Verdict> same = sameShape(experiment).filter(verdict -> bench.live().isEmpty());
    if (same.isPresent()) {
      return Verdicts.shared(same.get());
    }
    Verdict verdict = play(bench, session);
    if (verdict instanceof Verdict.NotRun broken
        && bench.live().isPresent()
        && session.budget.allows(SHORTEST)) {
      Workshop.Made modelled = session.workshop.makeModelled(experiment, broken.reason());
      return playOrReuse(experiment, modelled, session);
    }
    if (verdict.measured().filter(m -> m.fidelity() == Fidelity.MODELLED).isPresent()) {
      byShape.put(Shape.of(experiment), verdict);
    }
    return verdict;
  }

  private Verdict play(Trial.Bench bench, Session session) {
    try {
      Trial trial = new Trial(request, session.workshop.jdk(), bench, session.lull, session.ledger);
      if (!session.budget.allows(trial.shortest())) {
        session.starved.add(bench.experiment().id());
        return new Verdict.NotRun(
            "a first look takes %.0f s, and the budget left %.0f s for it"
                .formatted(
                    trial.shortest().toMillis() / 1e3, session.budget.left().toMillis() / 1e3));
      }
      session.trials.put(bench.experiment().id(), trial);
      return trial.run(session.budget.atMost(FIRST_TURN), session.budget);
    } catch (IOException broken) {
      return new Verdict.NotRun("the benchmark could not be run: " + broken.getMessage());
    }
  }

  /** What the first turn left open gets what the others left of the budget. */
  private void goOn(Experiment experiment, Session session) {
    Trial trial = session.trials.get(experiment.id());
    if (trial == null || !trial.open() || !session.budget.allows(trial.nextPair())) {
      return;
    }
    try {
      judged(experiment, trial.run(session.budget, session.budget), session);
    } catch (IOException broken) {
      judged(
          experiment,
          new Verdict.NotRun("the benchmark could not be run: " + broken.getMessage()),
          session);
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
    Trial trial = session.trials.get(experiment.id());
    if (trial != null && trial.finished()) {
      session.cache.keep(experiment, verdict);
    }
    session.verdicts.put(experiment.id(), verdict);
    request.listener().judged(experiment, verdict, session.verdicts.size(), session.all);
  }
}
