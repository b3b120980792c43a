package dev.concur.model;

import java.util.Locale;

/** What a method waits for, or what it computes. */
public enum Kind {
  NETWORK(true),
  DISK(true),
  DATABASE(true),
  /** A person at a keyboard. */
  INPUT(true),
  PROCESS(true),
  SLEEP(true),
  /** Another thread: a queue, a latch, a future, a lock. */
  LOCK(true),
  MATHS(false),
  SORT(false),
  TEXT(false),
  CRYPTO(false),
  COMPRESSION(false),
  IMAGE(false),
  SERIALIZATION(false),
  OTHER(false);

  private final boolean waits;

  Kind(boolean waits) {
    this.waits = waits;
  }

  /** Whether this is a kind of waiting, not of computing. */
  public boolean waits() {
    return waits;
  }

  /**
   * Whether the waiting is for a device or a person outside the process: all but sleep and lock.
   */
  public boolean outside() {
    return waits && this != SLEEP && this != LOCK;
  }

  /** The word used in reports and catalogue lines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
