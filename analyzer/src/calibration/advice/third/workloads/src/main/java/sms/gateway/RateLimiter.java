package sms.gateway;

import java.util.concurrent.locks.LockSupport;

/** Hands out one slot each interval; the provider blocks accounts that are faster. */
public class RateLimiter {
  private final long intervalNanos;
  private long next = System.nanoTime();

  public RateLimiter(double perSecond) {
    this.intervalNanos = (long) (1e9 / perSecond);
  }

  public void acquire() {
    long slot = reserve();
    long now;
    while ((now = System.nanoTime()) < slot) {
      LockSupport.parkNanos(slot - now);
    }
  }

  private synchronized long reserve() {
    long slot = Math.max(next, System.nanoTime());
    next = slot + intervalNanos;
    return slot;
  }
}
