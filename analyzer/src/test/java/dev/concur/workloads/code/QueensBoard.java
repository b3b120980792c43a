package dev.concur.workloads.code;

/** Counts the ways to place queens, by trying. */
public final class QueensBoard {

  public static final int SIZE = 9;

  public static long all() {
    long ways = 0;
    for (int first = 0; first < SIZE; first++) {
      ways += from(first);
    }
    return ways;
  }

  public static long from(int first) {
    return place(1, 1 << first, 1 << first << 1, 1 << first >> 1);
  }

  private static long place(int row, int columns, int left, int right) {
    if (row == SIZE) {
      return 1;
    }
    long ways = 0;
    for (int column = 0; column < SIZE; column++) {
      int bit = 1 << column;
      if (((columns | left | right) & bit) == 0) {
        ways += place(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
      }
    }
    return ways;
  }
}
