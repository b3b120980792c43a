package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The pairs of one trial so far, and what they say: in looks, figures and words. */
final class Played {

  private static final double ARM_LEVEL = .95;

  private final Trial.Bench bench;
  private final BenchmarkJdk jdk;
  private final int cores;
  private final double expected;
  private final Looks looks = Looks.PLANNED;
  private final List<Pair> pairs = new ArrayList<>();

  Played(Trial.Bench bench, BenchmarkJdk jdk, int cores) {
    this.bench = bench;
    this.jdk = jdk;
    this.cores = cores;
    this.expected = bench.shown();
  }

  /** The speedup that the batch can show. */
  double expected() {
    return expected;
  }

  int count() {
    return pairs.size();
  }

  /** Whether they are too few to say how they differ. */
  boolean tooFew() {
    return pairs.size() < 2;
  }

  /** Whether there was a first look. */
  boolean looked() {
    return pairs.size() >= looks.pairs().get(0);
  }

  /** Whether as many were played as are planned at most. */
  boolean all() {
    return pairs.size() >= looks.most();
  }

  Pair last() {
    return pairs.get(pairs.size() - 1);
  }

  void add(Pair pair) {
    pairs.add(pair);
  }

  /** What they say, where a look is planned after so many; elsewhere nobody looks. */
  Standing standing() {
    return looks.at(pairs.size())
        ? Standing.of(expected, looks.forEffect(ratios()), looks.forSameness(ratios()))
        : Standing.OPEN;
  }

  /** By how much they differ, and how many would decide. */
  String spread() {
    TInterval effect = looks.forEffect(ratios());
    double distance = Math.max(.02, Math.abs(effect.mean()));
    return String.format(
        Locale.ROOT,
        "pairs differ by %.1f %%, which would take about %d pairs",
        100 * effect.spread(),
        TInterval.needed(effect.spread(), distance, effect.level()));
  }

  /** Effect, interval, prediction and fidelity in words. */
  String inWords() {
    Experiment experiment = bench.experiment();
    TInterval effect = looks.forEffect(ratios());
    String capped =
        Math.abs(expected - experiment.predicted()) > .01 * experiment.predicted()
            ? ", of which a batch of "
                + bench.standIn().tasks()
                + " tasks can show "
                + Ratio.text(expected)
            : "";
    return String.format(
        Locale.ROOT,
        "%s (%s to %s), predicted %s%s, %d pairs%s",
        Ratio.text(Math.exp(effect.mean())),
        Ratio.text(Math.exp(effect.low())),
        Ratio.text(Math.exp(effect.high())),
        Ratio.text(experiment.predicted()),
        capped,
        pairs.size(),
        fidelity());
  }

  private String fidelity() {
    String because = bench.modelledBecause();
    return bench
        .live()
        .map(run -> "; live: " + run.inWords())
        .orElse("; modelled" + (because.isEmpty() ? "" : ": " + because));
  }

  /**
   * All of it in figures.
   *
   * @param seconds s it took
   * @param witness what the flight recorder saw, or empty
   */
  Measurement measurement(double seconds, String witness) {
    Experiment experiment = bench.experiment();
    TInterval effect = looks.forEffect(ratios());
    return new Measurement(
        bench.live().isPresent() ? Fidelity.LIVE : Fidelity.MODELLED,
        cores,
        jdk.version(),
        Math.exp(effect.mean()),
        Math.exp(effect.low()),
        Math.exp(effect.high()),
        expected,
        effect.level(),
        seconds,
        pairs.size(),
        looks.taken(pairs.size()),
        looks.alpha(),
        OptionalDouble.of(pairs.stream().mapToDouble(Pair::load).average().orElse(0)),
        bench.live().map(LiveRun::stubs).orElse(List.of()),
        witness,
        bench.project().sourceBelowOutput(),
        Rerun.runCommand(jdk, bench.project().folder(), bench.live()),
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

  private double[] ratios() {
    return pairs.stream().mapToDouble(Pair::logRatio).toArray();
  }
}
