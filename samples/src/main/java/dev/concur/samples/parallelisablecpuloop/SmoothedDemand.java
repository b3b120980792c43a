package dev.concur.samples.parallelisablecpuloop;

/** Right: each day needs the day before, so there is nothing to run side by side. */
public final class SmoothedDemand {

  private static final int ROUNDS = 1_000;

  /** Smooths until the curve is calm. */
  public double[] smooth(double[] demand) { // label: cpu maths
    double[] curve = demand.clone();
    for (int round = 0; round < ROUNDS; round++) {
      for (int day = 1; day < curve.length; day++) {
        curve[day] = 0.7 * curve[day - 1] + 0.3 * curve[day];
      }
    }
    return curve;
  }

  /** Mean of a handful of figures: too little to divide. */
  public double meanOfWeek(double[] week) { // label: light
    double sum = 0;
    for (int day = 0; day < 7; day++) {
      sum += week[day];
    }
    return sum / 7;
  }
}
