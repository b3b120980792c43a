package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The order in which experiments are played when time is short: expected gain over the time it
 * takes to see it, and half as much for every experiment with the same remedy that is already in
 * the order, since it would teach less. Equals stay in the order of the advice.
 */
final class PlayOrder {

  /** More than this shows as quickly, natural logarithm of a speedup. */
  private static final double MOST_GAIN = 3;

  /** That nothing is gained can be measured too, though it decides less. */
  private static final double NO_GAIN = .1;

  private PlayOrder() {}

  /** What to do, and what becomes of the lock. */
  private record Way(Arm.LockState lock, dev.concur.advise.Model model) {
    static Way of(Experiment experiment) {
      return new Way(experiment.advised().lock(), experiment.advised().model());
    }
  }

  /**
   * Puts them in order.
   *
   * @param seconds about how long it takes to decide one
   */
  static List<Experiment> of(List<Experiment> experiments, ToDoubleFunction<Experiment> seconds) {
    List<Experiment> left = new ArrayList<>(experiments);
    List<Experiment> order = new ArrayList<>();
    Map<Way, Integer> taken = new HashMap<>();
    while (!left.isEmpty()) {
      Experiment best = left.get(0);
      for (Experiment each : left) {
        if (worth(each, taken, seconds) > worth(best, taken, seconds)) {
          best = each;
        }
      }
      left.remove(best);
      order.add(best);
      taken.merge(Way.of(best), 1, Integer::sum);
    }
    return order;
  }

  private static double worth(
      Experiment experiment, Map<Way, Integer> taken, ToDoubleFunction<Experiment> seconds) {
    double gain = Math.min(MOST_GAIN, Math.abs(Math.log(experiment.predicted())));
    int before = taken.getOrDefault(Way.of(experiment), 0);
    return (NO_GAIN + gain)
        / (3 + seconds.applyAsDouble(experiment))
        / (1L << Math.min(before, 30));
  }
}
