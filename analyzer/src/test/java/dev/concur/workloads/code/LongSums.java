package dev.concur.workloads.code;

/** A few long computations that know nothing of each other. */
public final class LongSums {

  public static final int REGIONS = 8;

  public double[] all() {
    double[] sums = new double[REGIONS];
    for (int region = 0; region < REGIONS; region++) {
      sums[region] = sum(region);
    }
    return sums;
  }

  public double sum(int region) {
    double sum = region;
    for (int i = 1; i < 4_000_000; i++) {
      sum += Math.sin(i) / i;
    }
    return sum;
  }
}
