package com.harbor.infra;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The barrier at the entrance: how many trucks are inside, and who waits. */
public class Gate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private final Semaphore lanes;
  private final CyclicBarrier convoy = new CyclicBarrier(2);
  private int inside;
  private int capacity;

  public Gate(int capacity, int lanes) {
    this.capacity = capacity;
    this.lanes = new Semaphore(lanes);
  }

  /** Waits until there is room. */
  public void enter() throws InterruptedException {
    lock.lock();
    try {
      while (inside >= capacity) {
        free.await();
      }
      inside++;
    } finally {
      lock.unlock();
    }
  }

  public void leave() {
    lock.lock();
    try {
      inside--;
      free.signal();
    } finally {
      lock.unlock();
    }
  }

  public boolean tryEnter() {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (inside >= capacity) {
        return false;
      }
      inside++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A lane for a while. */
  public void throughLane(Runnable drive) throws InterruptedException {
    lanes.acquire();
    try {
      drive.run();
    } finally {
      lanes.release();
    }
  }

  public void releaseLane() {
    lanes.release();
  }

  public boolean laneFree() {
    return lanes.availablePermits() > 0;
  }

  /** Drives on when the other truck of the convoy is there. */
  public int joinConvoy() throws InterruptedException, BrokenBarrierException {
    return convoy.await();
  }

  /** Waits for the end of the shift. */
  public static boolean awaitShiftEnd(CountDownLatch shift) throws InterruptedException {
    return shift.await(10, TimeUnit.SECONDS);
  }

  public static void endShift(CountDownLatch shift) {
    shift.countDown();
  }
}
