package com.pawlane.clinic.analytics;

/** Mean of the last values of a heart monitor. */
public final class MovingAverage {
  private final double[] window;
  private int next;
  private int filled;
  private double sum;

  public MovingAverage(int size) {
    window = new double[size];
  }

  public synchronized double add(double value) {
    sum += value - window[next];
    window[next] = value;
    next = (next + 1) % window.length;
    filled = Math.min(filled + 1, window.length);
    return sum / filled;
  }
}
