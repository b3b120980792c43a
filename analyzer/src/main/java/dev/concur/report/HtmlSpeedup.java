package dev.concur.report;

import dev.concur.advise.Measurement;
import dev.concur.model.LockUse;
import java.util.List;

/**
 * Speedup against cores: what many cores could bring, and what one lock leaves of it. Tasks that
 * hold the lock for a share h of their time cannot finish faster than one per held time, so n cores
 * bring min(n, 1/h) at most.
 */
record HtmlSpeedup(Report report, LockUse use) {

  private static final int LEAST_CORES = 8;

  /**
   * What is drawn.
   *
   * @param most cores and speedup at the ends of the axes
   * @param bound what the lock leaves at most
   * @param lower the bound if the lock is held for as much of the work as its interval allows
   * @param upper the bound if it is held for as little
   */
  private record Drawing(
      String chart,
      int most,
      int here,
      double bound,
      double lower,
      double upper,
      String words,
      List<Point> measured) {}

  private record Point(int cores, Charts.Mark mark, String words) {}

  private int most() {
    return Math.max(LEAST_CORES, 2 * report.machine().cores());
  }

  String chart() {
    double most = most();
    List<Point> points =
        measured().stream()
            .map(one -> new Point(one.cores(), Charts.Mark.of(one), Words.factor(one)))
            .toList();
    return Charts.json(
        new Drawing(
            "speedup",
            most(),
            report.machine().cores(),
            Math.min(most, use.maxSpeedup()),
            Math.min(most, 1 / Math.max(use.heldShare().high(), 1 / most)),
            use.heldShare().low() <= 0 ? most : Math.min(most, 1 / use.heldShare().low()),
            "at most " + Words.factor(use.maxSpeedup()),
            points));
  }

  private List<Measurement> measured() {
    return report.advice().stream()
        .filter(advice -> advice.finding().locks().contains(use.lock().id()))
        .flatMap(advice -> Summary.verdict(advice).stream())
        .flatMap(verdict -> verdict.measured().stream())
        .filter(measurement -> Double.isFinite(measurement.speedup()))
        .toList();
  }

  String aloud() {
    return "Speedup against cores: %s would bring up to %dx, this lock leaves at most %s"
        .formatted(Words.count(most(), "core"), most(), Words.factor(use.maxSpeedup()));
  }

  String caption() {
    StringBuilder words = new StringBuilder("While this lock is held as it is, no number of cores");
    words.append(" brings more than ").append(Words.factor(use.maxSpeedup()));
    if (use.heldShare().high() > use.heldShare().low()) {
      words.append(" (").append(Words.factor(1 / use.heldShare().high())).append(" to ");
      words.append(Words.factor(1 / use.heldShare().low())).append(')');
    }
    words.append('.');
    for (Measurement one : measured()) {
      words.append(" The dot: measured with the advice followed, ").append(Words.factor(one));
      words.append(" on ").append(Words.count(one.cores(), "core")).append('.');
    }
    return words.toString();
  }
}
