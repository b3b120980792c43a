package dev.concur.workloads.code;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One till, and whoever pays holds it while the bank answers. */
public final class TillForAll {

  public static final int CLERKS = 50;
  public static final int CUSTOMERS = 100;

  private static final Object TILL = new Object();

  private static long total;

  public static void main(String[] args) throws InterruptedException {
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      int cents = customer;
      clerks.execute(() -> pay(cents));
    }
    clerks.shutdown();
    clerks.awaitTermination(1, TimeUnit.MINUTES);
  }

  public static void pay(int cents) {
    synchronized (TILL) {
      askTheBank(cents);
      total += cents;
    }
  }

  public static void askTheBank(int cents) {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      throw new IllegalStateException("left while paying " + cents, e);
    }
  }

  public static long total() {
    return total;
  }
}
