package org.sandpiper.lab.quality;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Patient based quality control: finds the window with which a shift is detected soonest. */
public final class MovingAverages {
  private final long seed;

  public MovingAverages(long seed) {
    this.seed = seed;
  }

  public static double[] ewma(double[] values, double weight) {
    double[] out = new double[values.length];
    double m = values.length == 0 ? 0 : values[0];
    for (int i = 0; i < values.length; i++) out[i] = m += weight * (values[i] - m);
    return out;
  }

  public static double percentile(double[] values, double p) {
    double[] c = values.clone();
    Arrays.sort(c);
    return c[(int) Math.min(c.length - 1, Math.round(p * (c.length - 1)))];
  }

  /** Mean number of specimens until the shift is seen. */
  public double runLength(double[] values, double weight, double shift, int rounds) {
    double[] averages = ewma(values, weight);
    double low = percentile(averages, 0.005), high = percentile(averages, 0.995);
    Random r = new Random(seed);
    double sum = 0;
    for (int n = 0; n < rounds; n++) {
      double m = percentileFree(values);
      int steps = 0;
      do {
        m += weight * (values[r.nextInt(values.length)] + shift - m);
        steps++;
      } while (m > low && m < high && steps < 500);
      sum += steps;
    }
    return sum / rounds;
  }

  private static double percentileFree(double[] values) {
    return values[values.length / 2];
  }

  public double bestWeight(double[] values, double shift) {
    return IntStream.rangeClosed(1, 8)
        .mapToObj(i -> i * 0.05)
        .min(
            (a, b) ->
                Double.compare(runLength(values, a, shift, 60), runLength(values, b, shift, 60)))
        .orElseThrow();
  }

  public static double coefficientOfVariation(DoubleStream s) {
    double[] v = s.toArray();
    double mean = Arrays.stream(v).average().orElse(0);
    return 100
        * Math.sqrt(
            Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, v.length - 1))
        / mean;
  }
}
