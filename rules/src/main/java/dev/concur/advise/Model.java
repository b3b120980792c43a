package dev.concur.advise;

import java.util.Locale;

/** A way of running work. */
public enum Model {
  /** Leave it alone. */
  SEQUENTIAL,
  THREADS,
  VIRTUAL_THREADS,
  ASYNC,
  PROCESSES,
  NATIVE,
  LOCK_CHANGE,
  /** A defect to mend, with no speedup to predict. */
  FIX;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
