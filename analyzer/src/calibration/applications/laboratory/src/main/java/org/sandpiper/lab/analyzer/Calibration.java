package org.sandpiper.lab.analyzer;

public interface Calibration {
  double concentration(double signal);

  static Calibration linear(double slope, double offset) {
    return signal -> (signal - offset) / slope;
  }
}
