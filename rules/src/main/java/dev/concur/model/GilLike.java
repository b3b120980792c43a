package dev.concur.model;

import java.util.Locale;

/** Whether a lock behaves like CPython's global interpreter lock, and which cure that leaves. */
public enum GilLike {
  NO,
  /**
   * Released while waiting, as CPython's is: threads help the waiting part, never the computing
   * part.
   */
  COMPUTE,
  /** Held across the waiting too: nothing helps until the lock changes. */
  TOTAL;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
