package dev.concur.workloads.code;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Two clerks who compute under one lock all day. */
public final class ClerksAtOneDesk {

  public static final int CLERKS = 2;
  public static final int CASES = 400;

  private static final Object DESK = new Object();

  private static double total;

  public static void main(String[] args) throws InterruptedException {
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    for (int i = 0; i < CASES; i++) {
      int number = i;
      clerks.execute(() -> decide(number));
    }
    clerks.shutdown();
    clerks.awaitTermination(1, TimeUnit.MINUTES);
  }

  public static void decide(int number) {
    synchronized (DESK) {
      double opinion = think(number);
      total += opinion;
    }
  }

  public static double think(int number) {
    double opinion = number;
    for (int i = 1; i < 10_000; i++) {
      opinion += Math.sin(opinion * i);
    }
    return opinion;
  }

  public static double total() {
    return total;
  }
}
