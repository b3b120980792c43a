package dev.concur.workloads.code;

/** Rows of a fractal, each pixel until it escapes. */
public final class FractalRows {

  public static final int SIZE = 160;
  private static final int MOST = 500;

  public int[][] all() {
    int[][] picture = new int[SIZE][];
    for (int y = 0; y < SIZE; y++) {
      picture[y] = row(y);
    }
    return picture;
  }

  public static int[] row(int y) {
    int[] row = new int[SIZE];
    for (int x = 0; x < SIZE; x++) {
      row[x] = escape(3.0 * x / SIZE - 2, 2.0 * y / SIZE - 1);
    }
    return row;
  }

  private static int escape(double re, double im) {
    double a = 0;
    double b = 0;
    int steps = 0;
    while (a * a + b * b < 4 && steps < MOST) {
      double next = a * a - b * b + re;
      b = 2 * a * b + im;
      a = next;
      steps++;
    }
    return steps;
  }
}
