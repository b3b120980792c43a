package dev.concur.samples.sleepunderlock;

/** Right: {@code wait} gives the lock back until somebody pays in. */
public final class PatientTillDrawer {

  private static final PatientTillDrawer IN_THE_SHOP = new PatientTillDrawer();

  private long cents;

  private PatientTillDrawer() {}

  /** The one till. */
  public static PatientTillDrawer inTheShop() {
    return IN_THE_SHOP;
  }

  /** Waits until there is enough in the drawer, and takes it. */
  public synchronized void payOut(long amount) throws InterruptedException {
    while (cents < amount) {
      wait();
    }
    cents -= amount;
  }

  /** Puts money in. */
  public synchronized void payIn(long amount) {
    cents = Math.addExact(cents, amount);
    notifyAll();
  }
}
