package dev.concur.advise;

import java.util.List;
import java.util.Optional;

/**
 * The advisor's own error over one run.
 *
 * @param n advices that were both predicted and measured
 * @param medianLogRatio median of ln(measured / predicted); 0 is right, negative promised too much
 * @param within20 share whose measured speedup is within 20 % of the predicted one, 0..1
 */
public record Accuracy(int n, double medianLogRatio, double within20) {

  private static final double CLOSE = 0.2;

  /**
   * The error over all remedies that have a prediction and a measurement; empty when there is none.
   */
  public static Optional<Accuracy> of(List<Advice> advice) {
    List<Double> ratios =
        advice.stream()
            .flatMap(one -> one.remedies().stream())
            .map(Accuracy::ratio)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    long close = ratios.stream().filter(ratio -> Math.abs(ratio - 1) <= CLOSE).count();
    return Optional.of(
        new Accuracy(ratios.size(), Math.log(median(ratios)), close / (double) ratios.size()));
  }

  private static Optional<Double> ratio(Remedy remedy) {
    Optional<Measurement> measured = remedy.verdict().flatMap(Verdict::measured);
    return remedy
        .predicted()
        .flatMap(predicted -> measured.map(m -> m.speedup() / predicted.speedup()));
  }

  /** Of ratios, so that the middle of two is their geometric mean. */
  private static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Math.sqrt(sorted.get(half - 1) * sorted.get(half));
  }
}
