package com.harbor.infra;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Not more often than so many times a second. */
public class Throttle {

  private final long intervalNanos;
  private long next;

  public Throttle(int perSecond) {
    this.intervalNanos = 1_000_000_000L / perSecond;
  }

  /** Waits for the next turn. */
  public synchronized void pass() {
    long now = System.nanoTime();
    if (next > now) {
      LockSupport.parkNanos(next - now);
    }
    next = Math.max(now, next) + intervalNanos;
  }

  public synchronized boolean mayPass() {
    return System.nanoTime() >= next;
  }

  /** Asks again and again, a little later each time. */
  public static int pollUntil(BooleanSupplier ready) throws InterruptedException {
    int asked = 1;
    while (!ready.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(2);
      asked++;
    }
    return asked;
  }
}
