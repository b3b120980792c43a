package dev.concur.workloads.code;

/** Adds up columns that are far larger than any cache. */
public final class ColumnSums {

  public static final int COLUMNS = 8;
  public static final int ROWS = 4_000_000;

  private final long[][] columns = new long[COLUMNS][ROWS];

  public long[] all() {
    long[] sums = new long[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      sums[column] = sum(column);
    }
    return sums;
  }

  public long sum(int column) {
    long sum = 0;
    for (long value : columns[column]) {
      sum += value;
    }
    return sum;
  }
}
