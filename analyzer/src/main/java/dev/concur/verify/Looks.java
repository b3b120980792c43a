package dev.concur.verify;

import java.util.List;

/**
 * The planned looks at the data, and what each may cost. Looking again and again until something
 * shows finds something in the end; so the rate of false effects that we allow over a whole
 * experiment is split evenly over the looks (Bonferroni: plain, and safe whatever the correlation).
 *
 * @param pairs number of JVM pairs at each look, rising
 * @param alpha rate of false effects over all looks together
 */
record Looks(List<Integer> pairs, double alpha) {

  static final Looks PLANNED = new Looks(List.of(3, 4, 6, 10, 16), .005);

  Looks {
    pairs = List.copyOf(pairs);
  }

  boolean at(int pairsSoFar) {
    return pairs.contains(pairsSoFar);
  }

  int most() {
    return pairs.get(pairs.size() - 1);
  }

  /** How many of the looks have been taken with so many pairs. */
  int taken(int pairsSoFar) {
    return (int) pairs.stream().filter(n -> n <= pairsSoFar).count();
  }

  /** Two-sided interval for "there is an effect", paid for. */
  TInterval forEffect(double[] logRatios) {
    return TInterval.of(logRatios, 1 - alpha / pairs.size());
  }

  /** Interval for "it is the same": two one-sided tests, each at the level of one look. */
  TInterval forSameness(double[] logRatios) {
    return TInterval.of(logRatios, 1 - 2 * alpha / pairs.size());
  }
}
