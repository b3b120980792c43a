package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The measuring of one experiment: pairs, planned looks, the sweep of waits, the verdict. */
final class Trial {

  /** More disturbed pairs than this, and the machine is too busy to go on. */
  private static final int MOST_DISTURBED = 3;

  private static final double ARM_LEVEL = .95;

  private final VerifyRequest request;
  private final Lull lull;
  private final Experiment experiment;
  private final StandIn standIn;
  private final BenchmarkProject project;
  private final BenchmarkJdk jdk;
  private final Optional<LiveRun> live;
  private final String modelledBecause;
  private final Duel duel;
  private final SampleLog log;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Looks looks = Looks.PLANNED;
  private final WindowPlan plan;
  private final double expected;
  private final PairCheck check;
  private final List<Pair> pairs = new ArrayList<>();
  private final SplittableRandom random;
  private long spentNanos;
  private long resumed;
  private double lastLoad;
  private int disturbed;
  private boolean decided;
  private boolean finished;
  private Optional<MachineState> machine = Optional.empty();
  private Testimony testimony;
  private Duration lastPair = Duration.ZERO;
  private Budget turn = Budget.of(Duration.ZERO);

  /** Everything about one benchmark that is compiled and waits to be played. */
  record Bench(
      Experiment experiment,
      StandIn standIn,
      BenchmarkProject project,
      Optional<LiveRun> live,
      String modelledBecause,
      Duration preparing) {

    /** The same, knowing how long it took to make it. */
    Bench madeIn(Duration time) {
      return new Bench(experiment, standIn, project, live, modelledBecause, time);
    }
  }

  Trial(VerifyRequest request, BenchmarkJdk jdk, Bench bench, Lull lull) throws IOException {
    this.request = request;
    this.lull = lull;
    this.jdk = jdk;
    this.experiment = bench.experiment();
    this.standIn = bench.standIn();
    this.project = bench.project();
    this.live = bench.live();
    this.modelledBecause = bench.modelledBecause();
    this.duel = new Duel(jdk, project, request, live);
    this.log = new SampleLog(project.samples());
    this.plan = WindowPlan.of(experiment, standIn, cores);
    this.expected = standIn.reachable(experiment, cores);
    this.check = new PairCheck(experiment, standIn, live.isPresent(), cores);
    this.testimony = new Testimony(Optional.empty(), accused(), plan);
    this.spentNanos = bench.preparing().toNanos();
    this.random = new SplittableRandom(experiment.id().hashCode());
  }

  /** What a first look costs, about. */
  Duration shortest() {
    return Duration.ofMillis(plan.pairMillis() * looks.pairs().get(0));
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
    return !decided && pairs.size() < looks.most();
  }

  /** Whether its pairs said all they can say: neither time nor quiet was lacking. */
  boolean finished() {
    return finished;
  }

  private Verdict judge(Budget budget) throws IOException {
    try {
      if (needsQuiet()) {
        lastLoad = lull.await(budget);
        if (!lull.passes(lastLoad)) {
          return busy(lastLoad);
        }
      }
      return played(budget);
    } catch (WorkerProcess.Failure failure) {
      decided = true;
      String reason = failure.reason();
      return pairs.size() < 2
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
                Pair.typical(windows),
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
      if (looks.at(pairs.size()) && standing() != Standing.OPEN) {
        return settled(standing(), budget);
      }
      if (!open()) {
        finished = !decided;
        return open("the planned " + looks.most() + " pairs were played");
      }
      if (!mayGoOn(budget)) {
        return open("the budget was spent");
      }
      Optional<Verdict> broken = playOne();
      if (broken.isPresent()) {
        return broken.get();
      }
    }
  }

  private boolean mayGoOn(Budget budget) {
    boolean looked = pairs.size() >= looks.pairs().get(0);
    return budget.allows(nextPair()) && (!looked || turn.allows(nextPair()));
  }

  /** Plays one more pair; a verdict when there is no use in going on. */
  private Optional<Verdict> playOne() throws IOException, WorkerProcess.Failure {
    Pair pair = playPair();
    if (needsQuiet() && !lull.passes(pair.load())) {
      disturbed++;
      decided = disturbed > MOST_DISTURBED;
      return decided ? Optional.of(busy(pair.load())) : Optional.empty();
    }
    keep(pair);
    Optional<String> wrong = check.wrongIn(pair).or(this::uncontended);
    decided = wrong.isPresent();
    return wrong.map(Verdict.NotRun::new);
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
  private Pair playPair() throws IOException, WorkerProcess.Failure {
    request.listener().working(experiment, "pair " + (pairs.size() + 1));
    long start = System.nanoTime();
    Pair pair =
        duel.play(
            new Duel.Sides(experiment.baseline(), experiment.advised()),
            standIn,
            plan,
            random,
            this::watched);
    lastPair = Duration.ofNanos(System.nanoTime() - start);
    double load = Math.max(lastLoad, pair.load());
    lastLoad = pair.load();
    return new Pair(pair.baseline(), pair.advised(), load);
  }

  /** After the first pair the flight recorder looks at the code as it is, once. */
  private void watched(WorkerProcess baseline) {
    if (testimony.witness().isPresent() || !Witness.canSee(experiment, jdk)) {
      return;
    }
    try {
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
    pairs.add(pair);
    log.add("pair", pairs.size(), experiment.baseline(), standIn, pair.baseline());
    log.add("pair", pairs.size(), experiment.advised(), standIn, pair.advised());
  }

  private Standing standing() {
    return Standing.of(expected, looks.forEffect(ratios()), looks.forSameness(ratios()));
  }

  private Verdict settled(Standing standing, Budget budget)
      throws IOException, WorkerProcess.Failure {
    decided = true;
    finished = true;
    return switch (standing) {
      case HOLDS ->
          testimony.contradicts()
              ? undecided(
                  "it gains, but the flight recorder saw " + testimony.inWords() + "; " + said())
              : sweeps() ? swept(budget) : new Verdict.Confirmed(measurement(), said());
      case CONTRADICTED -> new Verdict.Refuted(measurement(), said());
      case TOO_SMALL -> undecided("it gains, but less than half of what was predicted; " + said());
      case OPEN -> throw new IllegalStateException("not settled");
    };
  }

  private boolean sweeps() {
    return standIn.waits() && Math.log(expected) > Standing.SAME;
  }

  private Verdict swept(Budget budget) throws IOException, WorkerProcess.Failure {
    List<Sweep.Point> points = new ArrayList<>();
    for (double factor : new double[] {.1, 1, 10}) {
      if (factor == 1) {
        points.add(point(standIn, pairs.get(0)));
        continue;
      }
      StandIn other = standIn.withWaitsTimes(factor);
      WindowPlan brief = WindowPlan.of(experiment, other, cores).brief();
      if (!budget.allows(Duration.ofMillis(brief.pairMillis()))) {
        decided = false;
        finished = false;
        return undecided("the budget was spent before the waits were swept; " + said());
      }
      request.listener().working(experiment, "waits x" + factor);
      double stretch = factor;
      Duel stretched = new Duel(jdk, project, request, live.map(run -> run.stretched(stretch)));
      Pair pair = stretched.play(experiment.baseline(), experiment.advised(), other, brief, random);
      log.add("sweep", 1, experiment.baseline(), other, pair.baseline());
      log.add("sweep", 1, experiment.advised(), other, pair.advised());
      points.add(point(other, pair));
    }
    Sweep sweep = new Sweep(points);
    String words = said() + "; waits swept: " + sweep.inWords();
    return sweep.holds()
        ? new Verdict.Confirmed(measurement(), words)
        : undecided("it does not hold for all waits; " + words);
  }

  private static Sweep.Point point(StandIn standIn, Pair pair) {
    return new Sweep.Point(
        standIn.waiting() + standIn.heldWaiting(), pair.baselineRate(), pair.advisedRate());
  }

  private boolean needsQuiet() {
    return standIn.needsQuiet(experiment);
  }

  private Verdict busy(double share) {
    Optional<Measurement> sofar = pairs.size() < 2 ? Optional.empty() : Optional.of(measurement());
    return new Verdict.Undecided(sofar, lull.reason(share));
  }

  private Verdict undecided(String reason) {
    return new Verdict.Undecided(Optional.of(measurement()), reason);
  }

  private Verdict open(String why) {
    if (pairs.size() < 2) {
      return new Verdict.NotRun(why + " before two pairs were played");
    }
    TInterval effect = looks.forEffect(ratios());
    double distance = Math.max(.02, Math.abs(effect.mean()));
    int needed = TInterval.needed(effect.spread(), distance, effect.level());
    return undecided(
        String.format(
            Locale.ROOT,
            "%s; %s; pairs differ by %.1f %%, which would take about %d pairs",
            why,
            said(),
            100 * effect.spread(),
            needed));
  }

  private String said() {
    TInterval effect = looks.forEffect(ratios());
    String capped =
        Math.abs(expected - experiment.predicted()) > .01 * experiment.predicted()
            ? ", of which this batch can show " + Ratio.text(expected)
            : "";
    String fidelity =
        live.isPresent()
            ? "; live: " + live.get().inWords()
            : "; modelled" + (modelledBecause.isEmpty() ? "" : ": " + modelledBecause);
    return String.format(
        Locale.ROOT,
        "%s (%s to %s), predicted %s%s, %d pairs%s%s",
        Ratio.text(Math.exp(effect.mean())),
        Ratio.text(Math.exp(effect.low())),
        Ratio.text(Math.exp(effect.high())),
        Ratio.text(experiment.predicted()),
        capped,
        pairs.size(),
        fidelity,
        cautions());
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

  private double[] ratios() {
    return pairs.stream().mapToDouble(Pair::logRatio).toArray();
  }

  private Measurement measurement() {
    TInterval effect = looks.forEffect(ratios());
    return new Measurement(
        live.isPresent() ? Fidelity.LIVE : Fidelity.MODELLED,
        cores,
        jdk.version(),
        Math.exp(effect.mean()),
        Math.exp(effect.low()),
        Math.exp(effect.high()),
        expected,
        effect.level(),
        (System.nanoTime() - resumed) / 1e9,
        pairs.size(),
        looks.taken(pairs.size()),
        looks.alpha(),
        OptionalDouble.of(pairs.stream().mapToDouble(Pair::load).average().orElse(0)),
        live.map(LiveRun::stubs).orElse(List.of()),
        testimony.inWords(),
        project.sourceBelowOutput(),
        Rerun.runCommand(jdk, project.folder(), live),
        List.of(
            rates(experiment.baseline(), Pair::baselineRate),
            rates(experiment.advised(), Pair::advisedRate)));
  }

  private ArmResult rates(Arm arm, ToDoubleFunction<Pair> rate) {
    TInterval logs =
        TInterval.of(pairs.stream().mapToDouble(rate).map(Math::log).toArray(), ARM_LEVEL);
    return new ArmResult(
        arm, Math.exp(logs.mean()), Math.exp(logs.low()), Math.exp(logs.high()), pairs.size());
  }
}
