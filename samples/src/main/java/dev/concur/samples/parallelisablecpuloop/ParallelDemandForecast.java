package dev.concur.samples.parallelisablecpuloop;

import java.util.List;
import java.util.stream.IntStream;

/** Right: one row a task, each task writes its own row. */
public final class ParallelDemandForecast {

  private static final int DAYS = 100_000;

  /** How much each pair of articles sells together, from -1 to 1. */
  public double[][] correlations(double[][] sales) {
    return IntStream.range(0, sales.length)
        .parallel()
        .mapToObj(article -> row(article, sales))
        .toArray(double[][]::new);
  }

  /** Chance that each article runs out, from a simulated future. */
  public List<Double> risks(List<double[]> demands) {
    return demands.parallelStream().map(ParallelDemandForecast::risk).toList();
  }

  private static double[] row(int article, double[][] sales) {
    double[] row = new double[sales.length];
    for (int other = 0; other < sales.length; other++) {
      row[other] = correlation(sales[article], sales[other]);
    }
    return row;
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
