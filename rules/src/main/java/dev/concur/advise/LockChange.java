package dev.concur.advise;

import java.util.Locale;

/** A way of changing a lock. */
public enum LockChange {
  NARROW,
  SPLIT,
  STRIPE,
  PER_INSTANCE,
  READ_WRITE,
  CONCURRENT_COLLECTION,
  ADDER,
  SNAPSHOT,
  CONFINE,
  MOVE_WAITING_OUT,
  POOL,
  REMOVE;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
