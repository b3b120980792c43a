package dev.concur.samples.tinytaskhandoff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sums of tills. Wrong: a pool is asked to add two numbers, hundreds of times.
 *
 * <p>Best: sequential.
 */
public final class TillSums {

  private static final int TILLS = 500;

  private final ExecutorService adders = Executors.newFixedThreadPool(4);

  /** Cents in all tills. */
  public long total(long[] coins, long[] notes) throws ExecutionException, InterruptedException {
    List<Future<Long>> sums = new ArrayList<>();
    for (int till = 0; till < TILLS; till++) {
      long inCoins = coins[till];
      long inNotes = notes[till];
      // expect: tiny-task-hand-off [sequential]
      sums.add(adders.submit(() -> inCoins + inNotes));
    }
    long total = 0;
    for (Future<Long> sum : sums) {
      total += sum.get();
    }
    return total;
  }
}
