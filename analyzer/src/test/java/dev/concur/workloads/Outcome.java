package dev.concur.workloads;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Model;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What following the advice on one workload would have brought.
 *
 * @param workload its name
 * @param situation the rule and the remedy, in words
 * @param followed the way that was measured and is what the advice says; the code as it is when the
 *     advice cannot be followed there
 * @param best the fastest way
 * @param regret 1 - rate followed / rate of the best
 * @param predicted speedup over the code as it is; empty when nothing was predicted
 * @param measured the same, measured
 * @param within whether it was measured between the bounds of the prediction
 * @param law what was taken to keep the followed way from being faster; empty when nothing was
 *     predicted
 */
record Outcome(
    String workload,
    String situation,
    String followed,
    String best,
    double regret,
    OptionalDouble predicted,
    double measured,
    boolean within,
    String law) {

  private static final List<Integer> POOLS = List.of(2, 10, 50, 200);

  /**
   * The outcome of the first advice on a workload, or of leaving it as it is when there is none.
   */
  static Outcome of(Workload workload, List<Advice> all, Map<String, Double> ways) {
    Optional<Remedy> first =
        all.stream()
            .filter(each -> concerns(each, workload))
            .findFirst()
            .map(Outcome::withThreadsAsTheyAre);
    String advised = first.map(remedy -> way(remedy, workload.tasks())).orElse(Measured.AS_IT_IS);
    String followed = ways.containsKey(advised) ? advised : Measured.AS_IT_IS;
    String best =
        ways.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    double base = ways.get(Measured.AS_IT_IS);
    Optional<Prediction> predicted =
        advised.equals(Measured.AS_IT_IS) ? Optional.empty() : first.flatMap(Remedy::predicted);
    double gain = ways.get(followed) / base;
    return new Outcome(
        workload.name(),
        first.map(remedy -> words(all, workload, remedy)).orElse("nothing found"),
        followed.equals(advised) ? followed : followed + " (not possible: " + advised + ")",
        best,
        1 - ways.get(followed) / ways.get(best),
        predicted.map(p -> OptionalDouble.of(p.speedup())).orElse(OptionalDouble.empty()),
        gain,
        predicted.filter(p -> p.low() <= gain && gain <= p.high()).isPresent(),
        predicted.map(Outcome::law).orElse(""));
  }

  /**
   * A change of a lock was measured with as many threads as the code has: where more are advised
   * with it, the change alone is what was done.
   */
  private static Remedy withThreadsAsTheyAre(Advice advice) {
    Remedy first = advice.first();
    return advice.remedies().stream()
        .filter(each -> first.lockChange().isPresent())
        .filter(each -> each.lockChange().equals(first.lockChange()))
        .filter(each -> !each.change().contains("Then run"))
        .findFirst()
        .orElse(first);
  }

  private static String law(Prediction prediction) {
    String words = prediction.limitedBy();
    if (words.contains("cores")) {
      return "the cores compute all the time";
    }
    return words.startsWith("the lock")
        ? "the lock is held all the time"
        : "so many tasks are in flight";
  }

  private static boolean concerns(Advice advice, Workload workload) {
    String at = advice.finding().at().className();
    String code = workload.code().getName();
    return at.equals(code) || at.startsWith(code + "$");
  }

  private static String words(List<Advice> all, Workload workload, Remedy remedy) {
    String rule =
        all.stream()
            .filter(each -> concerns(each, workload))
            .findFirst()
            .map(each -> each.finding().rule())
            .orElse("");
    return rule + ": " + remedy.lockChange().map(LockChange::word).orElse(remedy.model().word());
  }

  /** The measured way that a remedy names. */
  private static String way(Remedy remedy, int tasks) {
    if (remedy.model() == Model.THREADS) {
      int size = Math.max(1, remedy.parameters().poolSize());
      return "threads-" + nearest(size, tasks);
    }
    if (remedy.model() == Model.SEQUENTIAL) {
      return remedy.change().contains("one after the other") ? "sequential" : Measured.AS_IT_IS;
    }
    return remedy.lockChange().map(LockChange::word).orElse(remedy.model().word());
  }

  /** The pool that runs as many of the tasks at once, or nearly. */
  private static int nearest(int size, int tasks) {
    double atOnce = Math.min(size, tasks);
    return POOLS.stream()
        .min(Comparator.comparingDouble(each -> Math.abs(Math.log(atOnce / Math.min(each, tasks)))))
        .orElseThrow();
  }

  /** Whether the prediction was within 20 % of what was measured. */
  boolean close() {
    return predicted.isPresent()
        && Math.abs(Math.log(measured / predicted.getAsDouble())) <= Math.log(1.2);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.2f | %s | %.2f |",
        workload,
        situation,
        followed,
        best,
        regret,
        predicted.isPresent() ? String.format(Locale.ROOT, "%.2f", predicted.getAsDouble()) : "",
        measured);
  }
}
