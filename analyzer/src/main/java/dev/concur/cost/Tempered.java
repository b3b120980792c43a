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
 */
final class Tempered {

  /** From here on waiting is drawn back, ns. */
  private static final double WAITS = 1e7;

  /** From here on computing is drawn back, ns. */
  private static final double COMPUTES = 3e6;

  /** So much of the decades beyond is believed. */
  private static final double PART = 0.6;

  /** The upper bound of what is known is at most so many times the best guess. */
  private static final double KNOWN = 10;

  private Tempered() {}

  /** The same waiting, believed as far as such estimates are right; ns. */
  static Interval waiting(Interval nanos) {
    return drawn(nanos, WAITS);
  }

  /** The same computing, believed as far as such estimates are right; ns. */
  static Interval computing(Interval nanos) {
    return drawn(nanos, COMPUTES);
  }

  private static Interval drawn(Interval nanos, double from) {
    if (nanos.middle() <= from || nanos.high() <= KNOWN * nanos.middle()) {
      return nanos;
    }
    double middle = from * Math.pow(nanos.middle() / from, PART);
    return new Interval(Math.min(nanos.low(), middle), middle, nanos.high());
  }
}
