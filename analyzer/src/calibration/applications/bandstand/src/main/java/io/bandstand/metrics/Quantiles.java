package io.bandstand.metrics;

import java.util.Arrays;

/** The last so many times, to tell how long most wait. */
public final class Quantiles {

  private final double[] ring;
  private int next;
  private int filled;

  public Quantiles(int size) {
    this.ring = new double[size];
  }

  public synchronized void add(double value) {
    ring[next] = value;
    next = (next + 1) % ring.length;
    filled = Math.min(filled + 1, ring.length);
  }

  public double at(double quantile) {
    double[] sorted = snapshot();
    if (sorted.length == 0) {
      return 0;
    }
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)];
  }

  private synchronized double[] snapshot() {
    return Arrays.copyOf(ring, filled);
  }
}
