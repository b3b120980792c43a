package dev.concur.verify;

import java.time.Duration;

/**
 * How long a method is tried before a stand-in has to do: somebody waits for verdicts, and what is
 * not driven by then seldom is later.
 *
 * @param patience for all that is tried
 * @param computing after so much of it nothing further is tried, so that time is left to change
 *     locks
 */
record Trying(Duration patience, Duration computing) {

  /** So many methods must be possible to try within a budget, one after the other. */
  private static final int METHODS = 10;

  private static final Duration LONGEST = Duration.ofSeconds(8);

  /**
   * A jailed JVM starts in .7 s and plays a size for .24 s, of which the smallest four come first.
   */
  private static final Duration SHORTEST = Duration.ofSeconds(4);

  static Trying within(Duration budget) {
    Duration share = budget.dividedBy(METHODS);
    Duration patience =
        share.compareTo(LONGEST) > 0 ? LONGEST : share.compareTo(SHORTEST) < 0 ? SHORTEST : share;
    return new Trying(patience, patience.multipliedBy(3).dividedBy(4));
  }
}
