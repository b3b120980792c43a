package dev.concur.workloads.code;

import java.util.Arrays;

/** Sorts large arrays that do not fit into a cache. */
public final class BigSorts {

  public static final int ARRAYS = 8;
  public static final int LENGTH = 400_000;

  public long all() {
    long sum = 0;
    for (int i = 0; i < ARRAYS; i++) {
      sum += median(i);
    }
    return sum;
  }

  public static long median(int seed) {
    long[] numbers = new long[LENGTH];
    long next = seed + 1;
    for (int i = 0; i < LENGTH; i++) {
      next = next * 6364136223846793005L + 1442695040888963407L;
      numbers[i] = next;
    }
    Arrays.sort(numbers);
    return numbers[LENGTH / 2];
  }
}
