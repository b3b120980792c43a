package dev.concur.verify;

import java.time.Duration;

/** Wall time that may still be spent, counted from when it was made. */
public final class Budget {

  private final long endNanos;

  private Budget(long endNanos) {
    this.endNanos = endNanos;
  }

  /** So much from now on. */
  public static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos());
  }

  /** What is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** Whether this much is left. */
  public boolean allows(Duration time) {
    return left().compareTo(time) >= 0;
  }

  /** A part of this one: at most so much of what is left. */
  public Budget atMost(Duration time) {
    return of(time.compareTo(left()) < 0 ? time : left());
  }
}
