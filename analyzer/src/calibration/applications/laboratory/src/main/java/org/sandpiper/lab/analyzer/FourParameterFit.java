package org.sandpiper.lab.analyzer;

import java.util.List;
import org.hipparchus.analysis.ParametricUnivariateFunction;
import org.hipparchus.fitting.SimpleCurveFitter;
import org.hipparchus.fitting.WeightedObservedPoint;

/** Logistic curve of an immunoassay: y = d + (a - d) / (1 + (x / c)^b). */
public final class FourParameterFit implements Calibration {
  private final double a, b, c, d;

  FourParameterFit(double a, double b, double c, double d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  public record Standard(double concentration, double signal) {}

  private static final ParametricUnivariateFunction LOGISTIC =
      new ParametricUnivariateFunction() {
        @Override
        public double value(double x, double... p) {
          return p[3] + (p[0] - p[3]) / (1 + Math.pow(x / p[2], p[1]));
        }

        @Override
        public double[] gradient(double x, double... p) {
          double r = Math.pow(x / p[2], p[1]);
          double q = 1 + r;
          double k = (p[0] - p[3]) / (q * q);
          return new double[] {1 / q, -k * r * Math.log(x / p[2]), k * r * p[1] / p[2], 1 - 1 / q};
        }
      };

  public static FourParameterFit fit(List<Standard> standards) {
    double low = standards.stream().mapToDouble(Standard::signal).min().orElseThrow();
    double high = standards.stream().mapToDouble(Standard::signal).max().orElseThrow();
    double middle = standards.get(standards.size() / 2).concentration();
    List<WeightedObservedPoint> points =
        standards.stream()
            .map(
                s ->
                    new WeightedObservedPoint(
                        1 / Math.max(1, s.signal()), s.concentration(), s.signal()))
            .toList();
    double[] p =
        SimpleCurveFitter.create(LOGISTIC, new double[] {low, 1, middle, high})
            .withMaxIterations(500)
            .fit(points);
    return new FourParameterFit(p[0], p[1], p[2], p[3]);
  }

  @Override
  public double concentration(double signal) {
    return c * Math.pow((a - d) / (signal - d) - 1, 1 / b);
  }
}
