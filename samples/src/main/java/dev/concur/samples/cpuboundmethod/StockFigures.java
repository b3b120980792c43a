package dev.concur.samples.cpuboundmethod;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures of the stock: some loops are heavy, some only look it. */
public final class StockFigures {

  private static final int DAYS = 365;
  private static final int ROUNDS = 20_000;

  /** Value of the stock after many uncertain years, each built on the one before. */
  public double longRunValue(double start, double growth) { // label: cpu maths
    double value = start;
    for (int round = 0; round < ROUNDS; round++) {
      for (int day = 0; day < DAYS; day++) {
        value += growth * Math.sin(value) / DAYS;
      }
    }
    return value;
  }

  /** Value after one week. */
  public double valueAfterAWeek(double start, double growth) { // label: light
    double value = start;
    for (int day = 0; day < 7; day++) {
      value += growth * value / DAYS;
    }
    return value;
  }

  /** Middle one of all values. */
  public double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Which of two is bigger. */
  public double bigger(double one, double other) { // label: light
    return Math.max(one, other);
  }

  /** Names in alphabetical order. */
  public List<String> sorted(List<String> names) {
    return names.stream().sorted(Comparator.comparing(String::length)).collect(Collectors.toList());
  }

  /** What one article has, from a map. */
  public int piecesOf(Map<String, Integer> stock, String sku) { // label: light
    return stock.getOrDefault(sku, 0);
  }

  /** How far two names are apart, letter by letter. */
  public int distance(String one, String other) {
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[last.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
      }
      last = row;
    }
    return last[other.length()];
  }
}
