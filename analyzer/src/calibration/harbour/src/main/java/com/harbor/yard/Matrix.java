package com.harbor.yard;

import java.math.BigInteger;
import java.util.Arrays;

/** Linear algebra for forecasts. */
public final class Matrix {

  private Matrix() {}

  public static double[][] multiply(double[][] a, double[][] b) {
    int n = a.length;
    int m = b[0].length;
    double[][] c = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        for (int j = 0; j < m; j++) {
          c[i][j] += factor * b[k][j];
        }
      }
    }
    return c;
  }

  public static double[] solve(double[][] system, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = Arrays.copyOf(system[i], n + 1);
      a[i][n] = right[i];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = a[pivot];
      a[pivot] = a[column];
      a[column] = swap;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k <= n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] x = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = a[row][n];
      for (int k = row + 1; k < n; k++) {
        sum -= a[row][k] * x[k];
      }
      x[row] = sum / a[row][row];
    }
    return x;
  }

  /** Goods handled per day, smoothed and with its tendency. */
  public static double[] forecast(double[] series, double alpha, double beta) {
    double level = series[0];
    double trend = series[1] - series[0];
    double[] out = new double[series.length];
    for (int i = 1; i < series.length; i++) {
      double before = level;
      level = alpha * series[i] + (1 - alpha) * (level + trend);
      trend = beta * (level - before) + (1 - beta) * trend;
      out[i] = level + trend;
    }
    return out;
  }

  /** The strengths of all periods in a series. */
  public static double[] spectrum(double[] series) {
    int n = series.length;
    double[] power = new double[n / 2];
    for (int k = 0; k < power.length; k++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < n; t++) {
        double angle = 2 * Math.PI * k * t / n;
        re += series[t] * Math.cos(angle);
        im -= series[t] * Math.sin(angle);
      }
      power[k] = re * re + im * im;
    }
    return power;
  }

  public static BigInteger arrangements(int containers) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= containers; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
