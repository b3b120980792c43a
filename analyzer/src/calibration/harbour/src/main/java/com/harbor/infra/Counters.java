package com.harbor.infra;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

public class Counters {

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicLong sequence = new AtomicLong();
  private final long[] recent = new long[1_000];
  private int at;

  public void count(String name) {
    counts.computeIfAbsent(name, key -> new LongAdder()).increment();
  }

  public long of(String name) {
    LongAdder adder = counts.get(name);
    return adder == null ? 0 : adder.sum();
  }

  public String nextNumber() {
    return "H" + sequence.incrementAndGet();
  }

  public synchronized void took(long micros) {
    recent[at++ % recent.length] = micros;
  }

  /** Over the last thousand. */
  public synchronized long sumOfRecent() {
    long sum = 0;
    for (long value : recent) {
      sum += value;
    }
    return sum;
  }

  public synchronized long[] percentiles(double... quantiles) {
    long[] sorted = recent.clone();
    Arrays.sort(sorted);
    long[] out = new long[quantiles.length];
    for (int i = 0; i < quantiles.length; i++) {
      out[i] = sorted[(int) (quantiles[i] * (sorted.length - 1))];
    }
    return out;
  }
}
