package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** Starts a thread for each small sum. */
public final class ThreadEach {

  public static final int SUMS = 300;

  private final double[] sums = new double[SUMS];

  public double[] all() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SUMS; i++) {
      int number = i;
      Thread thread = new Thread(() -> sums[number] = sum(number));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return sums;
  }

  public static double sum(int number) {
    double sum = number;
    for (int i = 1; i < 1_000; i++) {
      sum += Math.sqrt(i + sum);
    }
    return sum;
  }
}
