package dev.concur.model;

/** How often a piece of code runs among the executions of what contains it. */
public enum Path {
  /** Every time, or near it. */
  HOT,
  /** Only when a lookup found nothing (get, null, then put). */
  MISS,
  /** Start-up, shut-down and registration. */
  COLD,
  /** Once: a guard that its own body makes false. */
  ONCE,
  /** Only when something goes wrong, or when debugging. */
  ERROR;

  /** The rarer of the two. */
  public Path and(Path other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
