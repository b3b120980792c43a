package dev.concur.workloads.code;

import java.util.concurrent.locks.ReentrantLock;

/** Asks freely, and then works on the answer under one lock. */
public final class HalfLocked {

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static double total;

  private HalfLocked() {}

  public static double handle(int request) throws InterruptedException {
    Thread.sleep(3);
    LOCK.lock();
    try {
      double worth = weigh(request);
      total += worth;
      return worth;
    } finally {
      LOCK.unlock();
    }
  }

  public static double weigh(int request) {
    double worth = request;
    for (int i = 1; i < 15_000; i++) {
      worth += Math.sin(i + worth);
    }
    return worth;
  }

  public static double total() {
    return total;
  }
}
