package dev.concur.verify;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's interval for the mean of a few roughly normal numbers.
 *
 * @param mean their mean
 * @param low lower end, minus infinity for fewer than two numbers
 * @param high upper end
 * @param level probability that such an interval covers the true mean
 * @param spread their standard deviation
 */
record TInterval(double mean, double low, double high, double level, double spread) {

  static TInterval of(double[] values, double level) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (values.length < 2) {
      return new TInterval(
          mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level, Double.NaN);
    }
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(squares / (values.length - 1));
    double half = quantile(values.length, level) * spread / Math.sqrt(values.length);
    return new TInterval(mean, mean - half, mean + half, level, spread);
  }

  /** How many numbers of this spread it takes for an interval of this half width. */
  static int needed(double spread, double halfWidth, double level) {
    int n = 2;
    while (n < 1000 && quantile(n, level) * spread / Math.sqrt(n) > halfWidth) {
      n++;
    }
    return n;
  }

  /** The same interval on a scale that runs the other way. */
  TInterval negated() {
    return new TInterval(-mean, -high, -low, level, spread);
  }

  private static double quantile(int n, double level) {
    return new TDistribution(null, n - 1.0).inverseCumulativeProbability(.5 + level / 2);
  }
}
