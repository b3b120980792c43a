package dev.concur.samples.gilstaticlock;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Nightly settlement. Wrong: an explicit lock is a global lock as well when it is static, and a
 * modern one too.
 *
 * <p>Best: change the lock. Each settlement sorts its own array; only the last total is shared.
 */
public final class SettlementRun {

  private static final Lock TURN = new ReentrantLock();
  private static double lastTotal;

  private SettlementRun() {}

  /** Median of all bookings, remembered together with their total. */
  public static double settle(double[] bookings) {
    // miss: gil-static-lock (the lock is not judged GIL-like)
    TURN.lock(); // expect: gil-static-lock [lock-change]
    try {
      double[] sorted = bookings.clone();
      Arrays.sort(sorted);
      double total = 0;
      for (double booking : sorted) {
        total += booking;
      }
      lastTotal = total;
      return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    } finally {
      TURN.unlock();
    }
  }

  /** Total of the last settlement. */
  public static double lastTotal() {
    TURN.lock();
    try {
      return lastTotal;
    } finally {
      TURN.unlock();
    }
  }
}
