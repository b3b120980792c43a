package org.sandpiper.lab.ops;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * Work places: centrifuges, hoods and the key of the cold room, shared by threads of several
 * robots.
 */
public final class Benches {
  private final Semaphore centrifuges;
  private final Map<String, ReentrantLock> specimens = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock plan = new ReentrantReadWriteLock();
  private final StampedLock position = new StampedLock();
  private final ReentrantLock lot = new ReentrantLock();
  private final Condition delivered = lot.newCondition();
  private int reagents;
  private double x, y;

  public Benches(int centrifuges) {
    this.centrifuges = new Semaphore(centrifuges);
  }

  public void spin() throws InterruptedException {
    centrifuges.acquire();
  }

  public void spun() {
    centrifuges.release();
  }

  public boolean trySpin() {
    return centrifuges.tryAcquire();
  }

  /** One thread at a time per specimen. */
  public <T> T exclusively(String accession, Supplier<T> work) {
    ReentrantLock l = specimens.computeIfAbsent(accession, k -> new ReentrantLock());
    l.lock();
    try {
      return work.get();
    } finally {
      l.unlock();
    }
  }

  public void takeReagent(int n) throws InterruptedException {
    lot.lock();
    try {
      while (reagents < n) delivered.await();
      reagents -= n;
    } finally {
      lot.unlock();
    }
  }

  public void deliverReagent(int n) {
    lot.lock();
    try {
      reagents += n;
      delivered.signalAll();
    } finally {
      lot.unlock();
    }
  }

  public String planOfDay(Supplier<String> reader) {
    plan.readLock().lock();
    try {
      return reader.get();
    } finally {
      plan.readLock().unlock();
    }
  }

  public void replan(Runnable writer) {
    plan.writeLock().lock();
    try {
      writer.run();
    } finally {
      plan.writeLock().unlock();
    }
  }

  public double distance(double px, double py) {
    long s = position.tryOptimisticRead();
    double dx = x - px, dy = y - py;
    if (!position.validate(s)) {
      s = position.readLock();
      try {
        dx = x - px;
        dy = y - py;
      } finally {
        position.unlockRead(s);
      }
    }
    return Math.hypot(dx, dy);
  }

  public void move(double nx, double ny) {
    long s = position.writeLock();
    x = nx;
    y = ny;
    position.unlockWrite(s);
  }

  public static boolean allReady(CountDownLatch doors, long millis) throws InterruptedException {
    return doors.await(millis, TimeUnit.MILLISECONDS);
  }

  public static int together(CyclicBarrier barrier)
      throws InterruptedException, BrokenBarrierException {
    return barrier.await();
  }
}
