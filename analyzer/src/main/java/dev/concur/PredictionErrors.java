package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Verdict;
import dev.concur.report.Report.PredictionError;
import dev.concur.verify.LoadGate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The tool's own error: what was measured over what was predicted for the batch that ran, which has
 * fewer tasks than the real load, all of which begin and end together.
 */
final class PredictionErrors {

  // As the report defines it: measured within 20 % of predicted.
  private static final double NEAR = 1.2;

  private PredictionErrors() {}

  /** Over all advice that was measured; empty when none was. */
  static Optional<PredictionError> of(List<Advice> advice) {
    return ofMeasured(
        advice.stream()
            .flatMap(each -> each.remedies().stream())
            .flatMap(remedy -> remedy.verdict().flatMap(Verdict::measured).stream())
            .toList());
  }

  /** The same over what was measured while nothing else ran: predictions are made for that. */
  static Optional<PredictionError> ofMeasured(List<Measurement> measured) {
    double[] logRatios =
        measured.stream()
            .filter(each -> LoadGate.USUAL.passes(each.load().orElse(0)))
            .mapToDouble(each -> Math.log(each.speedup() / each.promised()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (logRatios.length == 0) {
      return Optional.empty();
    }
    long near = DoubleStream.of(logRatios).filter(each -> Math.abs(each) <= Math.log(NEAR)).count();
    return Optional.of(
        new PredictionError(logRatios.length, median(logRatios), (double) near / logRatios.length));
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
