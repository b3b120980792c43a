package dev.concur.workloads.code;

/** Interest on interest: each year needs the year before. */
public final class Compound {

  public static final int YEARS = 200_000;

  public double grow(double start) {
    double value = start;
    for (int year = 0; year < YEARS; year++) {
      value = interest(value, year);
    }
    return value;
  }

  private static double interest(double value, int year) {
    return Math.sqrt(value * value + Math.log1p(year));
  }
}
