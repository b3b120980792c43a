package io.bandstand.pricing;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Guesses how many tickets will be sold. */
public final class DemandForecast {

  private final int runs;

  public DemandForecast(int runs) {
    this.runs = runs;
  }

  /** Sales of the coming day from the last weeks. */
  public double trend(double[] daily) {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < daily.length; i++) {
      regression.addData(i, daily[i]);
    }
    return regression.predict(daily.length);
  }

  public double smoothed(double[] daily, double alpha) {
    double level = daily[0];
    for (double d : daily) {
      level = alpha * d + (1 - alpha) * level;
    }
    return level;
  }

  /** Weights of weekday, weather, advertising and so on. */
  public double[] weights(double[][] features, double[] sold) {
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(sold, features);
    return regression.estimateRegressionParameters();
  }

  /** The quantiles 5, 50 and 95 of tickets sold until the show. */
  public long[] outlook(double mean, double spread, int days) {
    SplittableRandom random = new SplittableRandom(7);
    long[] totals = new long[runs];
    for (int r = 0; r < runs; r++) {
      double rate = mean;
      double total = 0;
      for (int d = 0; d < days; d++) {
        rate = Math.max(0, rate + spread * gaussian(random));
        total += rate;
      }
      totals[r] = Math.round(total);
    }
    Arrays.sort(totals);
    return new long[] {totals[runs / 20], totals[runs / 2], totals[runs * 19 / 20]};
  }

  private static double gaussian(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
