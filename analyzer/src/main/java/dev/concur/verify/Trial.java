package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The measuring of one experiment: pairs, planned looks, the sweep of waits, the verdict. */
final class Trial {

  /** More disturbed pairs than this, and the machine is too busy to go on. */
  private static final int MOST_DISTURBED = 3;

  private final VerifyRequest request;
  private final Lull lull;
  private final Ledger ledger;
  private final Experiment experiment;
  private final StandIn standIn;
  private final BenchmarkProject project;
  private final BenchmarkJdk jdk;
  private final Optional<LiveRun> live;
  private final Duel duel;
  private final SampleLog log;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final WindowPlan plan;
  private final PairCheck check;
  private final Played played;
  private final SplittableRandom random;
  private long spentNanos;
  private long resumed;
  private double lastLoad;
  private int disturbed;
  private boolean decided;
  private boolean unswept;
  private boolean finished;
  private Optional<MachineState> machine = Optional.empty();
  private Testimony testimony;
  private Duration lastPair = Duration.ZERO;
  private Budget turn = Budget.of(Duration.ZERO);

  /**
   * Everything about one benchmark that is compiled and waits to be played.
   *
   * @param shown the speedup that its batch can show, of what is predicted for all tasks
   */
  record Bench(
      Experiment experiment,
      StandIn standIn,
      double shown,
      BenchmarkProject project,
      Optional<LiveRun> live,
      String modelledBecause,
      Duration preparing) {

    /** Why nothing would come of it: a gain is predicted that a batch of this size cannot show. */
    Optional<String> tooSmall() {
      boolean gains = Math.log(experiment.predicted()) > Standing.SAME;
      return gains && Math.log(shown) <= Standing.SAME
          ? Optional.of(
              "a batch of %d tasks, which is what fits into a window, can show %s of the predicted %s"
                  .formatted(
                      standIn.tasks(), Ratio.text(shown), Ratio.text(experiment.predicted())))
          : Optional.empty();
    }

    /** The same, knowing how long it took to make it. */
    Bench madeIn(Duration time) {
      return new Bench(experiment, standIn, shown, project, live, modelledBecause, time);
    }
  }

  Trial(VerifyRequest request, BenchmarkJdk jdk, Bench bench, Lull lull, Ledger ledger)
      throws IOException {
    this.request = request;
    this.lull = lull;
    this.ledger = ledger;
    this.jdk = jdk;
    this.experiment = bench.experiment();
    this.standIn = bench.standIn();
    this.project = bench.project();
    this.live = bench.live();
    this.duel = stretched(1);
    this.log = new SampleLog(project.samples());
    this.plan = WindowPlan.of(experiment, standIn, cores);
    this.played = new Played(bench, jdk, cores);
    this.check = new PairCheck(experiment, standIn, live.isPresent(), cores);
    this.testimony = new Testimony(Optional.empty(), accused(), plan);
    this.spentNanos = bench.preparing().toNanos();
    this.random = new SplittableRandom(experiment.id().hashCode());
  }

  /** What a first look costs, about. */
  Duration shortest() {
    return Duration.ofMillis(plan.pairMillis() * Looks.PLANNED.pairs().get(0));
  }

  /**
   * Goes on with it, from the pairs that were played so far.
   *
   * @param turn it stops when this is spent, though not before the first look
   * @param budget it stops when this is spent
   */
  Verdict run(Budget turn, Budget budget) throws IOException {
    log.machine(MachineState.now());
    this.turn = turn;
    machine = machine.or(() -> Optional.of(MachineState.now()));
    resumed = System.nanoTime() - spentNanos;
    try {
      return judge(budget);
    } finally {
      spentNanos = System.nanoTime() - resumed;
    }
  }

  /** Whether more of the budget could decide it. */
  boolean open() {
    return !decided && !played.all();
  }

  /** Whether its pairs said all they can say: neither time nor quiet was lacking. */
  boolean finished() {
    return finished;
  }

  private Verdict judge(Budget budget) throws IOException {
    try {
      if (needsQuiet()) {
        try (Ledger.Span waiting = ledger.on(Ledger.Post.QUIET)) {
          lastLoad = lull.await(budget);
        }
        if (!lull.passes(lastLoad)) {
          return busy(lastLoad);
        }
      }
      return played(budget);
    } catch (WorkerProcess.Failure failure) {
      decided = true;
      String reason = failure.reason();
      return played.tooFew()
          ? new Verdict.NotRun(reason)
          : new Verdict.Undecided(Optional.of(measurement()), reason);
    }
  }

  /** Throughput of the arms that decide nothing, as far as the budget goes. */
  List<ArmResult> explore(Budget budget) {
    List<ArmResult> results = new ArrayList<>();
    WindowPlan brief = plan.brief();
    for (Arm arm : experiment.arms().subList(2, experiment.arms().size())) {
      if (!budget.allows(Duration.ofMillis(brief.pairMillis()))) {
        break;
      }
      request.listener().working(experiment, "arm " + arm.id());
      try {
        List<Window> windows = duel.alone(arm, standIn, brief);
        log.add("alone", 0, arm, standIn, windows);
        double[] rates = windows.stream().mapToDouble(Window::tasksPerSecond).toArray();
        results.add(
            new ArmResult(
                arm,
                Windows.typical(windows),
                java.util.Arrays.stream(rates).min().orElse(0),
                java.util.Arrays.stream(rates).max().orElse(0),
                windows.size()));
      } catch (IOException | WorkerProcess.Failure failure) {
        request.listener().working(experiment, "arm " + arm.id() + ": " + failure);
      }
    }
    return results;
  }

  private Verdict played(Budget budget) throws IOException, WorkerProcess.Failure {
    while (true) {
      if (!open()) {
        finished = !decided;
        return open("the planned " + played.count() + " pairs were played");
      }
      if (!mayGoOn(budget)) {
        return open("the budget was spent");
      }
      try (Bout bout = duel.start(experiment.baseline(), experiment.advised(), standIn, plan)) {
        Optional<Verdict> verdict = playOne(bout, budget);
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
    }
  }

  private boolean mayGoOn(Budget budget) {
    return budget.allows(nextPair()) && (!played.looked() || turn.allows(nextPair()));
  }

  /** Plays one more pair; a verdict when there is no use in going on. */
  private Optional<Verdict> playOne(Bout bout, Budget budget)
      throws IOException, WorkerProcess.Failure {
    Pair pair = playPair(bout);
    if (needsQuiet() && !lull.passes(pair.load())) {
      disturbed++;
      decided = disturbed > MOST_DISTURBED;
      return decided ? Optional.of(busy(pair.load())) : Optional.empty();
    }
    keep(pair);
    Optional<String> wrong = check.wrongIn(pair).or(this::uncontended);
    if (wrong.isPresent()) {
      decided = true;
      return wrong.map(Verdict.NotRun::new);
    }
    Standing standing = unswept ? Standing.HOLDS : played.standing();
    return standing == Standing.OPEN
        ? Optional.empty()
        : Optional.of(settled(standing, bout, budget));
  }

  /**
   * Where a lock should be held while waiting, threads that meet there cannot be overlooked; when
   * the recorder saw none, the lock is not in the code that was driven, but behind what replaced
   * the waits.
   */
  private Optional<String> uncontended() {
    boolean waitsThere = live.isPresent() && standIn.heldWaiting() > 0;
    return waitsThere && testimony.sawNothing()
        ? Optional.of("driven so, no thread waits at the lock")
        : Optional.empty();
  }

  /** One more pair; its load is the larger of those before and after it. */
  private Pair playPair(Bout bout) throws WorkerProcess.Failure {
    request.listener().working(experiment, "pair " + (played.count() + 1));
    long start = System.nanoTime();
    Pair pair = bout.play(plan, random);
    double before = lastLoad;
    try (Ledger.Span looking = ledger.on(Ledger.Post.LOOKING)) {
      lastLoad = MachineLoad.settledRunDelayShare();
    }
    lastPair = Duration.ofNanos(System.nanoTime() - start);
    watched(bout.baseline());
    return new Pair(pair.baseline(), pair.advised(), Math.max(before, lastLoad));
  }

  /** After the first pair the flight recorder looks at the code as it is, once. */
  private void watched(WorkerProcess baseline) {
    if (testimony.witness().isPresent() || !Witness.canSee(experiment, jdk)) {
      return;
    }
    try (Ledger.Span looking = ledger.on(Ledger.Post.LOOKING)) {
      testimony = testimony.of(baseline.watch(plan.patience()));
    } catch (WorkerProcess.Failure unseen) {
      request.listener().working(experiment, "no flight recording: " + unseen.reason());
    }
  }

  private Set<String> accused() {
    return live.isPresent() ? LockClasses.of(experiment) : Set.of(project.source().qualifiedName());
  }

  /** What one more pair will take: as long as the last one, or as planned. */
  Duration nextPair() {
    return lastPair.isZero() ? Duration.ofMillis(plan.pairMillis()) : lastPair;
  }

  private void keep(Pair pair) throws IOException {
    played.add(pair);
    log.add("pair", played.count(), experiment.baseline(), standIn, pair.baseline());
    log.add("pair", played.count(), experiment.advised(), standIn, pair.advised());
  }

  private Verdict settled(Standing standing, Bout bout, Budget budget)
      throws IOException, WorkerProcess.Failure {
    decided = true;
    finished = true;
    return switch (standing) {
      case HOLDS ->
          testimony.contradicts()
              ? undecided(
                  "it gains, but the flight recorder saw " + testimony.inWords() + "; " + said())
              : sweeps() ? swept(bout, budget) : new Verdict.Confirmed(measurement(), said());
      case CONTRADICTED -> new Verdict.Refuted(measurement(), said());
      case TOO_SMALL -> undecided("it gains, but less than half of what was predicted; " + said());
      case OPEN -> throw new IllegalStateException("not settled");
    };
  }

  private boolean sweeps() {
    return standIn.waits() && Math.log(played.expected()) > Standing.SAME;
  }

  /** Shorter and longer waits, in the JVMs of the last pair. */
  private Verdict swept(Bout bout, Budget budget) throws IOException, WorkerProcess.Failure {
    request.listener().working(experiment, "other waits");
    try (Ledger.Span sweeping = ledger.on(Ledger.Post.SWEEPING)) {
      Optional<Sweep> sweep =
          new WaitSweep(experiment, standIn, this::stretched, log, random)
              .play(bout, played.last(), budget);
      if (sweep.isEmpty()) {
        unswept = true;
        decided = false;
        finished = false;
        return undecided("the budget was spent before the waits were swept; " + said());
      }
      String words = said() + "; waits swept: " + sweep.get().inWords();
      return sweep.get().holds()
          ? new Verdict.Confirmed(measurement(), words)
          : undecided("it does not hold for all waits; " + words);
    }
  }

  private Duel stretched(double factor) {
    return new Duel(jdk, project, request, live.map(run -> run.stretched(factor)), ledger);
  }

  private boolean needsQuiet() {
    return standIn.needsQuiet(experiment);
  }

  private Verdict busy(double share) {
    Optional<Measurement> sofar = played.tooFew() ? Optional.empty() : Optional.of(measurement());
    return new Verdict.Undecided(sofar, lull.reason(share));
  }

  private Verdict undecided(String reason) {
    return new Verdict.Undecided(Optional.of(measurement()), reason);
  }

  private Verdict open(String why) {
    return played.tooFew()
        ? new Verdict.NotRun(why + " before two pairs were played")
        : undecided(why + "; " + said() + "; " + played.spread());
  }

  private String said() {
    return played.inWords() + cautions();
  }

  private Measurement measurement() {
    return played.measurement((System.nanoTime() - resumed) / 1e9, testimony.inWords());
  }

  /** What of the machine may mislead; its cores matter only to what computes. */
  private String cautions() {
    double seconds = (System.nanoTime() - resumed) / 1e9;
    List<String> cautions =
        standIn.mostlyWaits() || machine.isEmpty()
            ? List.of()
            : MachineState.now().cautionsSince(machine.get(), cores, seconds);
    return cautions.isEmpty() ? "" : "; mind the machine: " + String.join(", ", cautions);
  }
}
