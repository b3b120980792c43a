package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gives errands of a microsecond to a pool and waits for each. */
public final class TinyErrands {

  public static final int ERRANDS = 500;

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  public long all() throws InterruptedException, ExecutionException {
    List<Future<Integer>> sums = new ArrayList<>();
    for (int errand = 0; errand < ERRANDS; errand++) {
      int number = errand;
      sums.add(pool.submit(() -> errand(number)));
    }
    long sum = 0;
    for (Future<Integer> each : sums) {
      sum += each.get();
    }
    return sum;
  }

  public int errand(int number) {
    int hash = number;
    for (int i = 0; i < 300; i++) {
      hash = hash * 31 + i;
    }
    return hash;
  }
}
