package dev.concur.samples.sleepunderlock;

import java.util.concurrent.TimeUnit;

/** The one till. Wrong: while the drawer is counted again after a pause, nobody can pay. */
public final class TillDrawer {

  private static final TillDrawer IN_THE_SHOP = new TillDrawer();

  private long cents;

  private TillDrawer() {}

  /** The one till. */
  public static TillDrawer inTheShop() {
    return IN_THE_SHOP;
  }

  /** Waits until there is enough in the drawer, and takes it. */
  public void payOut(long amount) throws InterruptedException {
    synchronized (this) { // expect: sleep-under-lock
      if (cents < amount) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      cents -= amount;
    }
  }

  /** Puts money in. */
  public void payIn(long amount) {
    synchronized (this) {
      cents = Math.addExact(cents, amount);
    }
  }
}
