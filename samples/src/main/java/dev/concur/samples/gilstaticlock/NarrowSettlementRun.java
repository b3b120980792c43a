package dev.concur.samples.gilstaticlock;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Right: the sorting is done before anybody else has to wait. */
public final class NarrowSettlementRun {

  private static final Lock TURN = new ReentrantLock();
  private static double lastTotal;

  private NarrowSettlementRun() {}

  /** Median of all bookings, remembered together with their total. */
  public static double settle(double[] bookings) {
    double[] sorted = bookings.clone();
    Arrays.sort(sorted);
    double total = 0;
    for (double booking : sorted) {
      total += booking;
    }
    remember(total);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Total of the last settlement. */
  public static double lastTotal() { // label: light
    TURN.lock();
    try {
      return lastTotal;
    } finally {
      TURN.unlock();
    }
  }

  private static void remember(double total) { // label: light
    TURN.lock();
    try {
      lastTotal = total;
    } finally {
      TURN.unlock();
    }
  }
}
