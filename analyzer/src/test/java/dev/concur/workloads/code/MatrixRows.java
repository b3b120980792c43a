package dev.concur.workloads.code;

/** Multiplies matrices row by row. */
public final class MatrixRows {

  public static final int SIZE = 200;

  public void multiply(double[][] a, double[][] b, double[][] to) {
    for (int row = 0; row < SIZE; row++) {
      to[row] = row(a[row], b);
    }
  }

  public static double[] row(double[] a, double[][] b) {
    double[] row = new double[SIZE];
    for (int k = 0; k < SIZE; k++) {
      for (int column = 0; column < SIZE; column++) {
        row[column] += a[k] * b[k][column];
      }
    }
    return row;
  }
}
