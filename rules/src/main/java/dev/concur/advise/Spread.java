package dev.concur.advise;

import dev.concur.model.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Between what bounds a gain lies as far as anybody can know beforehand: what a task costs, how
 * long it waits and how many there are may be other than guessed, each as in {@link Scenarios}, and
 * the laws themselves are not exact.
 */
final class Spread {

  // A tenth lies below.
  private static final double TAIL = 0.1;

  // Above lies less than many and long waits together weigh (.185 each): some suites have a hundred
  // waits of 3 ms throughout, others thousands of 100 ms.
  private static final double RARE = 0.03;

  // Ten workloads whose waits, numbers and computing are known: .75 to 1.3 of what the laws
  // say of them was measured, of eight a fifth at most beside it.
  private static final double WAITS_LEAST = 0.75;
  private static final double WAITS_MOST = 1.3;

  // The least that 29 computing workloads gained is 1.48x where the laws say 1.84x.
  private static final double COMPUTES_LEAST = 0.8;

  private record Gain(double speedup, double weight) {}

  private Spread() {}

  /** The bounds of what an arm gains; around the best guess. */
  static Interval of(Situation situation, Arm arm, double best) {
    if (arm.equals(situation.baseline())) {
      return Interval.of(best);
    }
    List<Scenarios.Scenario> all = Scenarios.ofOthers(situation.work());
    double low = quantile(gains(all, load -> gain(situation, arm, load, Laws.KERNEL_LOW)), TAIL);
    double high =
        quantile(gains(all, load -> gain(situation, arm, load, Laws.KERNEL_HIGH)), 1 - RARE);
    boolean waits = Load.middle(situation.work()).waits() > 0;
    double least = waits ? WAITS_LEAST : COMPUTES_LEAST;
    double most = waits ? WAITS_MOST : 1 / Laws.ALL_CORES;
    // What is in flight at once is all that waiting together can gain.
    double end = waits ? Math.max(Math.max(high, best), Laws.inFlight(arm)) : Double.MAX_VALUE;
    return new Interval(
        least * Math.min(low, best), best, Math.min(end, most * Math.max(high, best)));
  }

  private static double gain(Situation situation, Arm arm, Load load, double kernel) {
    return Predictor.speedup(situation, arm, load, kernel);
  }

  private static List<Gain> gains(List<Scenarios.Scenario> all, ToDoubleFunction<Load> gain) {
    List<Gain> gains = new ArrayList<>();
    all.forEach(each -> gains.add(new Gain(gain.applyAsDouble(each.load()), each.weight())));
    gains.sort(Comparator.comparingDouble(Gain::speedup));
    return gains;
  }

  /** The gain that this share of the weight does not exceed. */
  private static double quantile(List<Gain> sorted, double share) {
    double below = 0;
    for (Gain gain : sorted) {
      below += gain.weight();
      if (below >= share) {
        return gain.speedup();
      }
    }
    return sorted.get(sorted.size() - 1).speedup();
  }
}
