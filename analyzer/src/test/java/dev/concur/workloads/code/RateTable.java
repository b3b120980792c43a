package dev.concur.workloads.code;

import java.util.TreeMap;

/** Asked all day and changed at night, all under one lock. */
public final class RateTable {

  private static final RateTable TABLE = new RateTable();

  private final TreeMap<Integer, Double> rates = new TreeMap<>();

  private RateTable() {
    for (int i = 0; i < 2_000; i++) {
      rates.put(i, i / 3.0);
    }
  }

  public static RateTable table() {
    return TABLE;
  }

  public synchronized double sum(int from, int to) {
    double sum = 0;
    for (double rate : rates.subMap(from, to).values()) {
      sum += rate;
    }
    return sum;
  }

  public synchronized void set(int day, double rate) {
    rates.put(day, rate);
  }
}
