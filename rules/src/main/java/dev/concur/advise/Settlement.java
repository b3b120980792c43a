package dev.concur.advise;

import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Remedy.Status;
import dev.concur.rule.Finding;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is left of an advice after measuring; pure. */
final class Settlement {

  private Settlement() {}

  static Advice of(Advice advice, Optional<Verdict> verdict) {
    if (verdict.isEmpty()) {
      return advice;
    }
    if (verdict.get() instanceof Verdict.Refuted refuted) {
      return withdrawn(advice, refuted);
    }
    List<Remedy> remedies = new ArrayList<>(advice.remedies());
    remedies.set(0, advice.first().with(verdict.get()));
    return new Advice(advice.finding(), remedies, advice.experiment(), rank(advice, verdict.get()));
  }

  private static double rank(Advice advice, Verdict verdict) {
    return verdict instanceof Verdict.Confirmed confirmed
        ? Ranking.confirmed(advice.finding(), advice.first(), confirmed.measurement().speedup())
        : advice.rank();
  }

  /** The refuted remedy goes to the end, and the next best, or leaving it alone, to the front. */
  private static Advice withdrawn(Advice advice, Verdict.Refuted refuted) {
    Remedy believed = advice.first();
    List<Remedy> rest = advice.remedies().subList(1, advice.remedies().size());
    Remedy next = next(rest, refuted.measurement(), advice);
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(status(next, Status.RECOMMENDED, ""));
    rest.stream().filter(remedy -> !remedy.equals(next)).forEach(remedies::add);
    remedies.add(status(believed.with(refuted), Status.WITHDRAWN, why(believed, refuted)));
    return new Advice(advice.finding(), remedies, Optional.empty(), rank(advice.finding(), next));
  }

  private static double rank(Finding finding, Remedy next) {
    return next.model() == Model.SEQUENTIAL
        ? 0
        : next.predicted().map(predicted -> Ranking.of(finding, next, predicted)).orElse(0.0);
  }

  /**
   * An alternative that did better when measured beside it, exploratory as that is; else leave it
   * alone.
   */
  private static Remedy next(List<Remedy> rest, Measurement measurement, Advice advice) {
    return rest.stream()
        .filter(remedy -> remedy.status() == Status.ALTERNATIVE)
        .filter(remedy -> measuredGain(remedy, measurement, advice) >= Predictor.PAYS)
        .max(Comparator.comparingDouble(remedy -> measuredGain(remedy, measurement, advice)))
        .orElseGet(() -> leave(rest));
  }

  private static double measuredGain(Remedy remedy, Measurement measurement, Advice advice) {
    double baseline = throughput(measurement, advice.experiment().map(Experiment::baseline));
    Optional<Arm> arm =
        advice.experiment().stream()
            .flatMap(experiment -> experiment.arms().stream())
            .filter(one -> plays(one, remedy))
            .findFirst();
    return baseline > 0 ? throughput(measurement, arm) / baseline : 0;
  }

  private static boolean plays(Arm arm, Remedy remedy) {
    boolean changes =
        remedy.model() == Model.LOCK_CHANGE
            || (remedy.lockChange().isPresent() && arm.model() == remedy.model());
    boolean same =
        changes
            ? arm.change().isPresent() && arm.parameters().equals(remedy.parameters())
            : arm.model() == remedy.model();
    return arm.role() == Arm.Role.ALTERNATIVE && same;
  }

  private static double throughput(Measurement measurement, Optional<Arm> arm) {
    return measurement.arms().stream()
        .filter(result -> arm.filter(one -> one.id().equals(result.arm().id())).isPresent())
        .mapToDouble(ArmResult::opsPerSecond)
        .findFirst()
        .orElse(0);
  }

  private static Remedy leave(List<Remedy> rest) {
    return rest.stream()
        .filter(remedy -> remedy.model() == Model.SEQUENTIAL)
        .findFirst()
        .orElse(
            new Remedy(
                Model.SEQUENTIAL,
                Optional.empty(),
                Remedy.LEAVE,
                Status.REJECTED,
                "",
                "",
                Parameters.NONE,
                Optional.empty(),
                Optional.empty()));
  }

  private static Remedy status(Remedy remedy, Status status, String why) {
    return new Remedy(
        remedy.model(),
        remedy.lockChange(),
        remedy.change(),
        status,
        why,
        remedy.when(),
        remedy.parameters(),
        remedy.predicted(),
        remedy.verdict());
  }

  private static String why(Remedy believed, Verdict.Refuted refuted) {
    Measurement measured = refuted.measurement();
    String belief =
        believed
            .predicted()
            .map(p -> Words.format("%.2fx (%.2f to %.2f)", p.speedup(), p.low(), p.high()))
            .orElse("a gain");
    return Words.format(
        "believed %s, measured %.2fx (%.2f to %.2f)",
        belief, measured.speedup(), measured.low(), measured.high());
  }
}
