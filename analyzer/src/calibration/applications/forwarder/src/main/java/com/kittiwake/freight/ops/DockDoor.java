package com.kittiwake.freight.ops;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

public class DockDoor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final StampedLock plan = new StampedLock();
  private final Phaser shift = new Phaser(2);
  private String occupant;
  private double level;

  public void dock(String plate) throws InterruptedException {
    lock.lock();
    try {
      while (occupant != null) {
        freed.await();
      }
      occupant = plate;
    } finally {
      lock.unlock();
    }
  }

  public boolean tryDock(String plate, long millis) throws InterruptedException {
    if (!lock.tryLock(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    try {
      if (occupant != null) {
        return false;
      }
      occupant = plate;
      return true;
    } finally {
      lock.unlock();
    }
  }

  public void leave() {
    lock.lock();
    try {
      occupant = null;
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public double level() {
    long stamp = plan.tryOptimisticRead();
    double seen = level;
    if (!plan.validate(stamp)) {
      stamp = plan.readLock();
      try {
        seen = level;
      } finally {
        plan.unlockRead(stamp);
      }
    }
    return seen;
  }

  /** The planner may hold the door's plan for a while. */
  public void adjust(double by) {
    long stamp = plan.writeLock();
    try {
      level += by;
    } finally {
      plan.unlockWrite(stamp);
    }
  }

  public long holdPlan() {
    return plan.writeLock();
  }

  public void releasePlan(long stamp) {
    plan.unlockWrite(stamp);
  }

  /** Both crews have to be there. */
  public int changeShift() {
    return shift.arriveAndAwaitAdvance();
  }

  public int crewThere() {
    return shift.arrive();
  }
}
