package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sixty-four threads that compute on a few cores. */
public final class CrowdedPool {

  public static final int TASKS = 200;

  private final ExecutorService pool = Executors.newFixedThreadPool(64);

  public double all() throws InterruptedException, ExecutionException {
    List<Future<Double>> sums = new ArrayList<>();
    for (int task = 0; task < TASKS; task++) {
      int number = task;
      sums.add(pool.submit(() -> sum(number)));
    }
    double sum = 0;
    for (Future<Double> each : sums) {
      sum += each.get();
    }
    return sum;
  }

  public static double sum(int number) {
    double sum = number;
    for (int i = 1; i < 20_000; i++) {
      sum += Math.sin(i * sum);
    }
    return sum;
  }
}
