package dev.concur.model;

import java.util.Locale;

/** What limits a method, per call, callees included. */
public enum Bound {
  /** It spends most of its time waiting for something outside the CPU. */
  IO,
  /** It computes, and enough to matter. */
  CPU,
  /** Waiting and computing both matter. */
  MIXED,
  /** Neither does. */
  LIGHT,
  /** Too little was seen to say; the label names what was missing. */
  UNKNOWN;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
