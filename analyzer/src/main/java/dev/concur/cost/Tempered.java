package dev.concur.cost;

import dev.concur.model.Interval;

/**
 * Estimates of methods that are said to take very long, drawn back to what methods take.
 *
 * <p>Sizes of loops within loops are guessed, and what comes out large is mostly one that was
 * guessed too large: of methods measured in five applications those said to compute 30 to 100 ms
 * took 3 ms, those said to wait for a second 5 ms (the regression towards the mean of any selection
 * by an uncertain figure). What is known up to a factor of ten, such as a sleep or a password's
 * hash, is no such selection and stays. The three figures were fitted to labels, each application
 * left out in turn; see applications.md.
 *
 * @param computing what is believed of the computing, ns
 * @param waiting what is believed of the waiting, ns
 */
record Tempered(Interval computing, Interval waiting) {

  /** From here on waiting is drawn back, ns. */
  private static final double WAITS = 1e7;

  /** From here on computing is drawn back, ns. */
  private static final double COMPUTES = 3e6;

  /** So much of the decades beyond is believed. */
  private static final double PART = 0.6;

  /** The upper bound of what is known is at most so many times the best guess. */
  private static final double KNOWN = 10;

  /**
   * Both as far as such estimates are right; ns. Two that are too large are so for the same loops,
   * so that they are drawn back alike: which is the larger one stays.
   */
  static Tempered of(Interval computing, Interval waiting) {
    double computed = believed(computing, COMPUTES);
    double waited = believed(waiting, WAITS);
    boolean both = computed < 1 && waited < 1;
    double least = Math.min(computed, waited);
    return new Tempered(
        drawn(computing, both ? least : computed), drawn(waiting, both ? least : waited));
  }

  /** The part of the best guess that is believed, 0..1. */
  private static double believed(Interval nanos, double from) {
    return nanos.middle() <= from || nanos.high() <= KNOWN * nanos.middle()
        ? 1
        : Math.pow(nanos.middle() / from, PART - 1);
  }

  private static Interval drawn(Interval nanos, double part) {
    double middle = nanos.middle() * part;
    return part == 1 ? nanos : new Interval(Math.min(nanos.low(), middle), middle, nanos.high());
  }
}
