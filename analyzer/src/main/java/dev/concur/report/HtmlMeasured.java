package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Arm;
import dev.concur.advise.LockChange;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Remedy;
import dev.concur.model.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured: each experiment with its arms, what was replaced by stubs, and how to run it
 * again.
 */
record HtmlMeasured(Summary summary) {

  private static final int EXPERIMENTS = 100;

  /** One experiment. */
  record Run(Advice advice, Remedy remedy, Measurement measurement) {

    /** The arms whose throughput has an interval. */
    List<ArmResult> drawn() {
      return Summary.withInterval(measurement.arms());
    }

    /** Throughput of one arm, in shares of the fastest. */
    String bar(ArmResult arm) {
      double best = drawn().stream().mapToDouble(ArmResult::high).max().orElse(1);
      double middle = arm.opsPerSecond();
      Interval share =
          new Interval(
              Math.min(arm.low(), middle) / best,
              middle / best,
              Math.max(arm.high(), middle) / best);
      return Charts.share(share, Words.of(arm.arm().role()));
    }

    String againstNow(ArmResult arm) {
      double base = drawn().get(0).opsPerSecond();
      return base > 0 ? Words.factor(arm.opsPerSecond() / base) : "";
    }

    List<HtmlFact> circumstances() {
      return Stream.of(
              new HtmlFact("Replaced", String.join(", ", measurement.stubs())),
              new HtmlFact("Witness", measurement.witness()),
              new HtmlFact("Benchmark", measurement.source()),
              new HtmlFact("Run again", measurement.rerun()))
          .filter(fact -> !fact.value().isEmpty())
          .toList();
    }
  }

  boolean any() {
    return summary.ordered().stream().anyMatch(advice -> run(advice).isPresent());
  }

  List<Run> runs() {
    return summary.ordered().stream()
        .flatMap(advice -> run(advice).stream())
        .limit(EXPERIMENTS)
        .toList();
  }

  private static Optional<Run> run(Advice advice) {
    for (Remedy remedy : advice.remedies()) {
      Optional<Measurement> measured = remedy.verdict().flatMap(verdict -> verdict.measured());
      if (measured.isPresent()) {
        return Optional.of(new Run(advice, remedy, measured.get()));
      }
    }
    return Optional.empty();
  }

  static String way(Arm arm) {
    return arm.change().map(LockChange::word).orElse(arm.model().word());
  }

  static String rate(ArmResult arm) {
    String rate = Words.rate(arm.opsPerSecond());
    return Double.isFinite(arm.low()) && Double.isFinite(arm.high())
        ? "%s (%s to %s)".formatted(rate, Words.rate(arm.low()), Words.rate(arm.high()))
        : rate;
  }
}
