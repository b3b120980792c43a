package dev.concur.workloads.code;

import java.util.concurrent.Semaphore;

/** Asks over lines of which there are ten. */
public final class BorrowedLines {

  public static final int CALLS = 100;

  private final Semaphore lines = new Semaphore(10);

  public long all() throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += call(i);
    }
    return sum;
  }

  public long call(int number) throws InterruptedException {
    lines.acquire();
    try {
      Thread.sleep(5);
      return number;
    } finally {
      lines.release();
    }
  }
}
