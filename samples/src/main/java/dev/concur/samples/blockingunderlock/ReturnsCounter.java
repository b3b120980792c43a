package dev.concur.samples.blockingunderlock;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Goods that came back. Wrong: the queue is locked while the refund goes to the database, two calls
 * further down.
 *
 * <p>Best: change the lock. Take the head off under the lock, refund it after.
 */
public final class ReturnsCounter {

  private static final ReturnsCounter AT_THE_DOOR = new ReturnsCounter();

  private final Lock lock = new ReentrantLock();
  private final Deque<String> waiting = new ArrayDeque<>();

  private ReturnsCounter() {}

  /** The one counter. */
  public static ReturnsCounter atTheDoor() { // label: light
    return AT_THE_DOOR;
  }

  /** A customer joins the queue. */
  public void join(String customer) {
    lock.lock();
    try {
      waiting.addLast(customer);
    } finally {
      lock.unlock();
    }
  }

  /** How many are waiting. */
  public int length() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Serves the customer in front. */
  public void serve(Ledger ledger, long cents) throws SQLException {
    lock.lock(); // expect: blocking-under-lock [lock-change]
    try {
      String customer = waiting.pollFirst();
      if (customer != null) {
        refund(ledger, customer, cents);
      }
    } finally {
      lock.unlock();
    }
  }

  // label: io database
  private void refund(Ledger ledger, String customer, long cents) throws SQLException {
    ledger.book(customer, -cents);
  }
}
