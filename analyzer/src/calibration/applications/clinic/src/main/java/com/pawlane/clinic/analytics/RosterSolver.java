package com.pawlane.clinic.analytics;

import java.util.Arrays;

/** Assigns vets to shifts at least cost (Hungarian method). */
public final class RosterSolver {

  public int[] assign(double[][] cost) {
    int n = cost.length;
    double[] u = new double[n + 1];
    double[] v = new double[n + 1];
    int[] match = new int[n + 1];
    int[] way = new int[n + 1];
    for (int i = 1; i <= n; i++) {
      match[0] = i;
      int column = 0;
      double[] least = new double[n + 1];
      Arrays.fill(least, Double.MAX_VALUE);
      boolean[] used = new boolean[n + 1];
      do {
        used[column] = true;
        int row = match[column];
        double delta = Double.MAX_VALUE;
        int nextColumn = 0;
        for (int j = 1; j <= n; j++) {
          if (!used[j]) {
            double reduced = cost[row - 1][j - 1] - u[row] - v[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              nextColumn = j;
            }
          }
        }
        for (int j = 0; j <= n; j++) {
          if (used[j]) {
            u[match[j]] += delta;
            v[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = nextColumn;
      } while (match[column] != 0);
      do {
        int previous = way[column];
        match[column] = match[previous];
        column = previous;
      } while (column != 0);
    }
    int[] result = new int[n];
    for (int j = 1; j <= n; j++) {
      result[match[j] - 1] = j - 1;
    }
    return result;
  }
}
