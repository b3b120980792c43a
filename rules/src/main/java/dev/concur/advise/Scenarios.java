package dev.concur.advise;

import dev.concur.model.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * What the cost of a task may turn out to be, with how likely that is: who chooses by the best
 * guess alone loses most where the guess was wrong by powers of ten.
 *
 * <p>Three points stand for each of computing, waiting and number, weighed .185, .63 and .185
 * (Keefer and Bodily 1983, extended Pearson-Tukey). Bounds of costs are products of bounds and
 * further out than anything that was measured, so an outer point lies halfway to its bound on the
 * scale of logarithms, and no further than {@link #FAR}.
 */
final class Scenarios {

  /** Costs that turned out wrong were so by 10 to 1,000 times; the middle of that. */
  private static final double FAR = 100;

  private static final double[] WEIGHTS = {0.185, 0.63, 0.185};

  /**
   * One of them.
   *
   * @param load the task
   * @param weight how likely, 0..1; all together are 1
   */
  record Scenario(Load load, double weight) {}

  private Scenarios() {}

  static List<Scenario> of(Workload work) {
    List<Scenario> all = new ArrayList<>();
    for (int computing = 0; computing < WEIGHTS.length; computing++) {
      for (int waiting = 0; waiting < WEIGHTS.length; waiting++) {
        int c = computing;
        int w = waiting;
        Load load = Load.at(work, each -> point(each, c), each -> point(each, w), Interval::middle);
        all.add(new Scenario(load, WEIGHTS[c] * WEIGHTS[w]));
      }
    }
    return all;
  }

  /**
   * The same with what the number of tasks may turn out to be. That and the waiting are in the
   * hands of others, so the most that is thought possible of either is one of the points.
   */
  static List<Scenario> ofOthers(Workload work) {
    List<Scenario> all = new ArrayList<>();
    for (int computing = 0; computing < WEIGHTS.length; computing++) {
      for (int waiting = 0; waiting < WEIGHTS.length; waiting++) {
        for (int tasks = 0; tasks < WEIGHTS.length; tasks++) {
          int c = computing;
          int w = waiting;
          int t = tasks;
          Load load =
              Load.at(
                  work, each -> point(each, c), each -> others(each, w), each -> others(each, t));
          all.add(new Scenario(load, WEIGHTS[c] * WEIGHTS[w] * WEIGHTS[t]));
        }
      }
    }
    return all;
  }

  private static double others(Interval guess, int which) {
    return which == 2 ? guess.high() : point(guess, which);
  }

  /** The task when it computes for less than is guessed. */
  static Load computingLess(Workload work) {
    return Load.at(work, each -> point(each, 0), Interval::middle, Interval::middle);
  }

  /** The task when it computes for less and waits for more than is guessed. */
  static Load mostThreads(Workload work) {
    return Load.at(work, each -> point(each, 0), each -> point(each, 2), Interval::middle);
  }

  private static double point(Interval cost, int which) {
    double middle = cost.middle();
    return switch (which) {
      case 0 -> Math.max(middle / FAR, Math.sqrt(cost.low() * middle));
      case 1 -> middle;
      default -> Math.min(middle * FAR, Math.sqrt(middle * cost.high()));
    };
  }
}
