package dev.concur.samples.blockingunderlock;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Right: whoever is served has left the queue. */
public final class PromptReturnsCounter {

  private static final PromptReturnsCounter AT_THE_DOOR = new PromptReturnsCounter();

  private final Lock lock = new ReentrantLock();
  private final Deque<String> waiting = new ArrayDeque<>();

  private PromptReturnsCounter() {}

  /** The one counter. */
  public static PromptReturnsCounter atTheDoor() {
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

  /** Serves the customer in front. */
  public void serve(Ledger ledger, long cents) throws SQLException { // label: io database
    String customer = next();
    if (customer != null) {
      ledger.book(customer, -cents);
    }
  }

  private String next() { // label: light
    lock.lock();
    try {
      return waiting.pollFirst();
    } finally {
      lock.unlock();
    }
  }
}
