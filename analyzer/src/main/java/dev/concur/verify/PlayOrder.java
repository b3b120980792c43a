package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which experiments are played when time is short: as a reader meets them, who begins
 * with the first advice, but one for each remedy before the second of any, since it teaches more;
 * of both, effects that few pairs show before those that take many; and what is said to gain
 * nothing comes last.
 */
final class PlayOrder {

  private PlayOrder() {}

  /** What to do, and what becomes of the lock. */
  private record Way(Arm.LockState lock, dev.concur.advise.Model model) {
    static Way of(Experiment experiment) {
      return new Way(experiment.advised().lock(), experiment.advised().model());
    }
  }

  /**
   * Puts them in order, in rounds: a round is brought to its end, as far as the budget goes, before
   * the next begins.
   *
   * @param experiments in the order of the report
   * @return one for each remedy, then more of the same, then what is said to gain nothing
   */
  static List<List<Experiment>> of(List<Experiment> experiments) {
    List<Experiment> first = new ArrayList<>();
    List<Experiment> more = new ArrayList<>();
    List<Experiment> last = new ArrayList<>();
    Set<Way> taken = new HashSet<>();
    for (Experiment each : experiments) {
      if (Math.abs(Math.log(each.predicted())) <= Standing.SAME) {
        last.add(each);
      } else {
        (taken.add(Way.of(each)) ? first : more).add(each);
      }
    }
    return List.of(clearFirst(first), clearFirst(more), last);
  }

  /** The first stays the first. */
  private static List<Experiment> clearFirst(List<Experiment> experiments) {
    return experiments.stream()
        .sorted(
            Comparator.comparing(
                each -> !each.equals(experiments.get(0)) && !WindowPlan.clear(each.predicted())))
        .toList();
  }
}
