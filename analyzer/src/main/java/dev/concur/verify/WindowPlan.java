package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import java.time.Duration;

/**
 * How long windows are and how many of them a pair plays.
 *
 * @param millis length asked for; an operation that has begun is always finished
 * @param fewestHeads windows at the start of each JVM that never count
 * @param heads windows at most that do not count, while a JVM still grows faster
 * @param windows windows that count, for each arm, even
 * @param patience after this a window counts as hung
 * @param pairMillis what a pair will take, about
 */
record WindowPlan(
    long millis, int fewestHeads, int heads, int windows, Duration patience, long pairMillis) {

  /** Not a multiple or divisor of 100 ms or 4 ms, at which quotas and schedulers tick. */
  private static final long USUAL_MILLIS = 107;

  private static final long JVM_MILLIS = 1000;

  /** Code that mostly waits compiles little, but what is woven into it must be compiled as well. */
  private static final int WAITING_HEADS = 6;

  /** Three pairs show such an effect where pairs differ by less than 3 %. */
  private static final double CLEAR = Math.log(1.8);

  /** For the two arms that are judged. */
  static WindowPlan of(Experiment experiment, StandIn standIn, int cores) {
    double baseline = operationMillis(experiment.baseline(), standIn, cores);
    double advised = operationMillis(experiment.advised(), standIn, cores);
    boolean clear = clear(experiment.predicted());
    boolean waits = standIn.mostlyWaits();
    int fewest = waits ? 1 : 2;
    int windows = clear ? 2 : 6;
    double both = Math.max(USUAL_MILLIS, baseline) + Math.max(USUAL_MILLIS, advised);
    long pair = (long) ((fewest + 1 + windows) * both) + JVM_MILLIS;
    return new WindowPlan(
        USUAL_MILLIS,
        fewest,
        waits ? WAITING_HEADS : 12,
        windows,
        patience(baseline, advised),
        pair);
  }

  /** Whether so large a speedup shows in a few pairs of a few windows. */
  static boolean clear(double speedup) {
    return Math.abs(Math.log(speedup)) > CLEAR;
  }

  /** A short look at one more arm. */
  WindowPlan brief() {
    return new WindowPlan(millis, fewestHeads, Math.min(heads, 4), 2, patience, pairMillis);
  }

  /** A short look at one more wait, in JVMs that are warm: only the change itself is waited out. */
  WindowPlan warm() {
    return new WindowPlan(millis, 1, 1, 2, patience, Math.max(1, pairMillis - JVM_MILLIS));
  }

  private static Duration patience(double baseline, double advised) {
    return Duration.ofMillis((long) (20_000 + 20 * Math.max(baseline, advised)));
  }

  private static double operationMillis(Arm arm, StandIn standIn, int cores) {
    return standIn.tasks() * standIn.nanosPerTask(arm, cores) / 1e6;
  }
}
