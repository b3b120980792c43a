package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Remedy;
import dev.concur.report.Report.PredictionError;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The tool's own error: what was predicted against what was measured. */
final class PredictionErrors {

  // As the report defines it: measured within 20 % of predicted.
  private static final double NEAR = 1.2;

  private PredictionErrors() {}

  /** Over all advice that was measured; empty when none was. */
  static Optional<PredictionError> of(List<Advice> advice) {
    double[] logRatios =
        advice.stream()
            .flatMap(each -> each.remedies().stream())
            .flatMap(PredictionErrors::logRatio)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (logRatios.length == 0) {
      return Optional.empty();
    }
    long near = DoubleStream.of(logRatios).filter(each -> Math.abs(each) <= Math.log(NEAR)).count();
    return Optional.of(
        new PredictionError(logRatios.length, median(logRatios), (double) near / logRatios.length));
  }

  private static Stream<Double> logRatio(Remedy remedy) {
    Optional<Measurement> measured = remedy.verdict().flatMap(verdict -> verdict.measured());
    if (measured.isEmpty() || remedy.predicted().isEmpty()) {
      return Stream.empty();
    }
    double ratio = Math.log(measured.get().speedup() / remedy.predicted().get().speedup());
    return Double.isFinite(ratio) ? Stream.of(ratio) : Stream.empty();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
