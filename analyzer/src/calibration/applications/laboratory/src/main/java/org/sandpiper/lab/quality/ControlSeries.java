package org.sandpiper.lab.quality;

import java.util.Arrays;

/** Measured values of one control material. */
public record ControlSeries(String analyte, double target, double sd, double[] values) {
  public double z(int i) {
    return (values[i] - target) / sd;
  }

  public double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  public double spread() {
    double m = mean(), s = 0;
    for (double v : values) s += (v - m) * (v - m);
    return Math.sqrt(s / Math.max(1, values.length - 1));
  }
}
