package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Kind;

/**
 * How often a block runs in one execution of its method.
 *
 * @param known by loops with a count that is written down or that runs over numbers, and by
 *     branches
 * @param guessed by loops over collections and loops whose end nobody sees
 */
record Repeats(Interval known, Interval guessed) {

  static final Repeats ONCE = new Repeats(Interval.of(1), Interval.of(1));

  /** Exactly so often. */
  static Repeats of(double times) {
    return new Repeats(Interval.of(times), Interval.of(1));
  }

  /** Within one more loop. */
  Repeats within(Interval trips, boolean guess) {
    return guess
        ? new Repeats(known, Sizes.repeated(guessed, trips))
        : new Repeats(known.times(trips), guessed);
  }

  /** In that share of the runs only. */
  Repeats often(double frequency) {
    return new Repeats(known.times(frequency), guessed);
  }

  /** What something costs when it is repeated so. */
  Interval of(Interval once) {
    return Sizes.repeated(once, guessed).times(known);
  }

  /** What the part of a cost that is of one kind comes to. */
  Interval of(Kind kind, Interval once) {
    return Sizes.repeated(kind, once, guessed).times(known);
  }

  /** How many repeats that makes. */
  Interval count() {
    return known.times(guessed);
  }
}
