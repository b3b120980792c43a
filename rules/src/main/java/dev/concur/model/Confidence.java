package dev.concur.model;

import java.util.Locale;

/**
 * How much a statement of ours can be relied on; see the calibration page for the measured shares.
 */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH;

  /** The lower of the two. */
  public Confidence and(Confidence other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
