package dev.concur.samples.parallelisablecpuloop;

import java.util.List;

/**
 * Statistics of what sells. Wrong: every turn of these loops could run beside the others, and none
 * does.
 *
 * <p>Best: threads, as many as there are cores; virtual ones add nothing to computing.
 */
public final class DemandForecast {

  private static final int DAYS = 100_000;

  /** How much each pair of articles sells together, from -1 to 1. */
  public double[][] correlations(double[][] sales) { // label: cpu maths
    double[][] result = new double[sales.length][sales.length];
    for (int a = 0; a < sales.length; a++) { // expect: parallelisable-cpu-loop [threads]
      for (int b = 0; b < sales.length; b++) {
        result[a][b] = correlation(sales[a], sales[b]);
      }
    }
    return result;
  }

  /** Chance that each article runs out, from a simulated future. */
  public List<Double> risks(List<double[]> demands) { // label: cpu maths
    // expect: parallelisable-cpu-loop [threads]
    return demands.stream().map(DemandForecast::risk).toList();
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int day = 0; day < a.length; day++) {
      ab += a[day] * b[day];
      aa += a[day] * a[day];
      bb += b[day] * b[day];
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static double risk(double[] demand) { // label: cpu maths
    double stock = 100;
    double seed = 0.5;
    int empty = 0;
    for (int day = 0; day < DAYS; day++) {
      seed = 3.99 * seed * (1 - seed);
      stock = Math.max(0, stock + 10 - demand[day % demand.length] * -Math.log(1 - seed));
      empty += stock == 0 ? 1 : 0;
    }
    return empty / (double) DAYS;
  }
}
