package dev.concur.weave;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** Some ways of taking a lock, to be rewritten in tests. */
public final class Cabinet {

  private final Map<Integer, Integer> drawers = new HashMap<>();
  private final ReentrantLock key = new ReentrantLock();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final SecureRandom random = new Slow(opened);

  /** Has a number once the cabinet is open. */
  public static final class Slow extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient CountDownLatch opened;

    public Slow(CountDownLatch opened) {
      this.opened = opened;
    }

    @Override
    public int nextInt() {
      try {
        opened.await();
        return 1;
      } catch (InterruptedException ended) {
        return 0;
      }
    }
  }

  /** Waits under a monitor. */
  public synchronized void waitInMethod() throws InterruptedException {
    opened.await();
    drawers.put(0, 0);
  }

  public void waitInBlock() throws InterruptedException {
    synchronized (drawers) {
      opened.await();
      drawers.put(0, 0);
    }
  }

  public void waitUnderLock() throws InterruptedException {
    key.lock();
    try {
      opened.await();
      drawers.put(0, 0);
    } finally {
      key.unlock();
    }
  }

  /** Draws from a generator that is safe to share, under a monitor. */
  public synchronized void draw() {
    drawers.put(0, random.nextInt());
  }

  /** Needs what those above hold. */
  public synchronized void open() {
    key.lock();
    try {
      synchronized (drawers) {
        opened.countDown();
      }
    } finally {
      key.unlock();
    }
  }

  /** Puts a range of numbers, one by one. */
  public synchronized void fill(int from, int count) {
    for (int k = from; k < from + count; k++) {
      drawers.put(k, k);
    }
  }

  /** Ends with an exception while it holds the lock. */
  public synchronized void fail() {
    drawers.put(1, Integer.parseInt("none"));
  }

  public synchronized int size() {
    return drawers.size();
  }
}
