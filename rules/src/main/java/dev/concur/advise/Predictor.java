package dev.concur.advise;

import dev.concur.model.Interval;
import dev.concur.rule.Words;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Predicts what a way of running gains over the code as it is. */
final class Predictor {

  // Less than a tenth is not worth a change, and not worth calling a gain.
  static final double PAYS = 1.1;

  // A wait may be this many times shorter or longer than assumed before we stop looking for the
  // break-even.
  private static final double SHORTEST = 1e-5;

  // From a handful to what a servlet container takes at once.
  private static final List<Integer> OTHER_NUMBERS = List.of(10, 20, 100, 200);

  private Predictor() {}

  static Prediction of(Situation situation, Arm arm) {
    int cores = situation.machine().cores();
    Load middle = Load.middle(situation.work());
    double best = speedup(situation, arm, middle, Laws.KERNEL_MIDDLE);
    Interval bounds = Spread.of(situation, arm, best);
    double low = bounds.low();
    if (situation.sizesUnknown() && arm.model() == Model.THREADS && arm.parameters().batch() > 0) {
      low = Math.max(1, low); // it looks first whether there are enough, see Ways
    }
    return new Prediction(
        best,
        Math.min(low, best),
        bounds.high(),
        cores,
        limit(situation, arm, middle),
        situation.basis(),
        situation.waits(),
        breakEven(situation, arm, middle));
  }

  /** Tasks a second under one load. */
  static double rate(Situation situation, Arm arm, Load load) {
    Load run = forArm(situation, load, arm, Laws.KERNEL_MIDDLE);
    return Laws.rate(run, arm, situation.machine().cores()).perSecond();
  }

  /**
   * What keeps it from being more, and what other numbers of tasks would gain when nobody knows.
   */
  private static String limit(Situation situation, Arm arm, Load middle) {
    int cores = situation.machine().cores();
    Laws.Rate rate = Laws.rate(forArm(situation, middle, arm, Laws.KERNEL_MIDDLE), arm, cores);
    boolean guessed = situation.work().tasks().low() < situation.work().tasks().high();
    boolean counts =
        (rate.limit() == Laws.Limit.FLIGHT
                || (rate.limit() == Laws.Limit.CORES && middle.waits() > 0))
            && Laws.inFlight(arm) > cores
            && (!situation.fed() || Laws.inFlight(arm) > middle.tasks());
    return guessed && counts ? rate.words() + others(situation, arm, middle) : rate.words();
  }

  private static String others(Situation situation, Arm arm, Load middle) {
    String gains =
        OTHER_NUMBERS.stream()
            .filter(tasks -> tasks <= situation.work().capacity())
            .map(
                tasks ->
                    Words.format("%d gain %.0fx", tasks, withTasks(situation, arm, middle, tasks)))
            .collect(Collectors.joining(", "));
    return gains.isEmpty() ? "" : " (how many is a guess: " + gains + ")";
  }

  private static double withTasks(Situation situation, Arm arm, Load middle, int tasks) {
    int cores = situation.machine().cores();
    Load load = middle.ofTasks(tasks);
    Arm baseline = situation.fed() ? situation.baseline() : situation.baseline().metBy(tasks);
    Arm met = situation.fed() ? arm : arm.metBy(tasks);
    return Laws.rate(load, met, cores).perSecond() / asItIs(situation, baseline, load);
  }

  static double speedup(Situation situation, Arm arm, Load load, double kernel) {
    int cores = situation.machine().cores();
    return Laws.rate(forArm(situation, load, arm, kernel), arm, cores).perSecond()
        / asItIs(situation, situation.baseline(), load);
  }

  private static double asItIs(Situation situation, Arm baseline, Load load) {
    int cores = situation.machine().cores();
    return Laws.rate(load.paying(situation.toll()), baseline, cores).perSecond();
  }

  private static Load forArm(Situation situation, Load load, Arm arm, double kernel) {
    if (arm.equals(situation.baseline())) {
      return load.paying(situation.toll());
    }
    if (situation.drawsFromOne() && arm.lock() == Arm.LockState.PER_WORKER) {
      return load.heldTimes(Laws.OWN_DRAW);
    }
    return arm.model() == Model.NATIVE ? load.computingFaster(kernel) : load;
  }

  /**
   * The wait, ns a task, at which the gain falls to a tenth; empty when waiting does not decide.
   */
  private static OptionalDouble breakEven(Situation situation, Arm arm, Load middle) {
    ToDoubleFunction<Double> gain =
        factor -> speedup(situation, arm, middle.waitingTimes(factor), Laws.KERNEL_MIDDLE);
    boolean decides =
        middle.waits() > 0
            && gain.applyAsDouble(1.0) >= PAYS
            && gain.applyAsDouble(SHORTEST) < PAYS;
    return decides ? OptionalDouble.of(middle.waits() * crossing(gain)) : OptionalDouble.empty();
  }

  private static double crossing(ToDoubleFunction<Double> gain) {
    double low = SHORTEST;
    double high = 1;
    for (int step = 0; step < 40; step++) {
      double between = Math.sqrt(low * high);
      if (gain.applyAsDouble(between) < PAYS) {
        low = between;
      } else {
        high = between;
      }
    }
    return high;
  }
}
