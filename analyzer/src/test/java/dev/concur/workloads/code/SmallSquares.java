package dev.concur.workloads.code;

/** Thousands of roundings that take about a microsecond each. */
public final class SmallSquares {

  public static final int MANY = 4_000;

  public void fill(double[] to) {
    for (int i = 0; i < MANY; i++) {
      to[i] = one(i);
    }
  }

  public double one(int i) {
    double x = i + 2;
    for (int step = 0; step < 60; step++) {
      x = 0.5 * (x + i / x);
    }
    return x;
  }
}
