package dev.concur.workloads.code;

import java.util.List;

/** A parallel stream over a few prices. */
public final class SmallShares {

  public static final List<Integer> PRICES = List.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3);

  public long sum() {
    return PRICES.parallelStream().mapToLong(SmallShares::tax).sum();
  }

  public static long tax(int price) {
    return price * 119L / 100;
  }
}
