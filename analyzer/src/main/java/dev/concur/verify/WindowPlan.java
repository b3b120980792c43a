package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import java.time.Duration;

/**
 * How long windows are and how many of them a pair plays.
 *
 * @param millis length asked for; an operation that has begun is always finished
 * @param heads windows at the start of each JVM that do not count
 * @param windows windows that count, for each arm, even
 * @param patience after this a window counts as hung
 * @param pairMillis what a pair will take, about
 */
record WindowPlan(long millis, int heads, int windows, Duration patience, long pairMillis) {

  /** Not a multiple or divisor of 100 ms or 4 ms, at which quotas and schedulers tick. */
  private static final long USUAL_MILLIS = 107;

  private static final long JVM_MILLIS = 1500;

  /** For the two arms that are judged. */
  static WindowPlan of(Experiment experiment, StandIn standIn, int cores) {
    double baseline = operationMillis(experiment.baseline(), standIn, cores);
    double advised = operationMillis(experiment.advised(), standIn, cores);
    boolean clear = Math.abs(Math.log(experiment.predicted())) > Math.log(3);
    int heads = standIn.mostlyWaits() ? 1 : 8;
    int windows = clear && standIn.mostlyWaits() ? 2 : clear ? 4 : 8;
    double both = Math.max(USUAL_MILLIS, baseline) + Math.max(USUAL_MILLIS, advised);
    long pair = (long) ((heads + windows) * both) + JVM_MILLIS;
    return new WindowPlan(USUAL_MILLIS, heads, windows, patience(baseline, advised), pair);
  }

  /** A short look at one more arm or one more wait. */
  WindowPlan brief() {
    int fewer = Math.min(heads, 4);
    return new WindowPlan(
        millis,
        fewer,
        2,
        patience,
        JVM_MILLIS + (pairMillis - JVM_MILLIS) * (fewer + 2) / (heads + windows));
  }

  /**
   * About how long it takes to decide, s: three pairs see what is clear, many are needed to see
   * that there is no difference.
   */
  static double secondsToDecide(Experiment experiment, int cores) {
    StandIn standIn = StandIn.of(experiment, cores);
    double effect = Math.abs(Math.log(experiment.predicted()));
    int pairs = effect > Math.log(3) ? 3 : effect > Standing.SAME ? 5 : 12;
    return pairs * of(experiment, standIn, cores).pairMillis() / 1e3;
  }

  private static Duration patience(double baseline, double advised) {
    return Duration.ofMillis((long) (20_000 + 20 * Math.max(baseline, advised)));
  }

  private static double operationMillis(Arm arm, StandIn standIn, int cores) {
    return standIn.tasks() * standIn.nanosPerTask(arm, cores) / 1e6;
  }
}
