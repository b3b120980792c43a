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

  /**
   * Waiting less than this per call does not matter, ns: a write into the page cache, a lock that
   * is free.
   */
  public static final double WAIT_MATTERS = 20_000;

  /** Computing less than this per call does not matter, ns. */
  public static final double CPU_MATTERS = 50_000;

  /**
   * From this share of waiting a method is I/O-bound, even if its computing matters; as a stopwatch
   * has it, see analyzer/applications.md.
   */
  private static final double MOSTLY = 0.8;

  /** Up to this share of waiting a method is CPU-bound, even if its waiting matters. */
  private static final double HARDLY = 0.15;

  /** What a method is that waits and computes so long a call, ns. */
  public static Bound of(double waiting, double computing) {
    if (waiting < WAIT_MATTERS) {
      return computing < CPU_MATTERS ? LIGHT : CPU;
    }
    double share = waiting / (waiting + computing);
    if (computing < CPU_MATTERS || share >= MOSTLY) {
      return IO;
    }
    return share <= HARDLY ? CPU : MIXED;
  }

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
