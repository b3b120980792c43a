package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as there are sums to compute. */
public final class RushOfThreads {

  public static final int SUMS = 120;

  private final ExecutorService pool = Executors.newCachedThreadPool();

  public double all() throws InterruptedException, ExecutionException {
    List<Future<Double>> sums = new ArrayList<>();
    for (int i = 0; i < SUMS; i++) {
      int number = i;
      sums.add(pool.submit(() -> sum(number)));
    }
    double total = 0;
    for (Future<Double> each : sums) {
      total += each.get();
    }
    return total;
  }

  public static double sum(int number) {
    double sum = number;
    for (int i = 1; i < 30_000; i++) {
      sum += Math.log(sum + i);
    }
    return sum;
  }
}
