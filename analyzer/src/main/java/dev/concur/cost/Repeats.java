package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Kind;

/**
 * How often a block runs in one execution of its method.
 *
 * @param known by loops with a count that is written down, and by branches
 * @param numbers by loops that run over numbers, or until told to stop
 * @param guessed by loops over collections and loops whose end nobody sees
 */
record Repeats(Interval known, Interval numbers, Interval guessed) {

  private static final Interval ONE = Interval.of(1);

  static final Repeats ONCE = new Repeats(ONE, ONE, ONE);

  /** Exactly so often. */
  static Repeats of(double times) {
    return new Repeats(Interval.of(times), ONE, ONE);
  }

  /** Within one more loop whose count is known. */
  Repeats within(double trips) {
    return new Repeats(known.times(trips), numbers, guessed);
  }

  /** Within one more loop over numbers. */
  Repeats withinNumbers(Interval trips) {
    return new Repeats(known, numbers.times(trips), guessed);
  }

  /** Within one more loop over nobody knows how much. */
  Repeats withinGuess(Interval trips) {
    return new Repeats(known, numbers, Sizes.repeated(guessed, trips));
  }

  /** In that share of the runs only. */
  Repeats often(double frequency) {
    return new Repeats(known.times(frequency), numbers, guessed);
  }

  /** What something costs when it is repeated so. */
  Interval of(Interval once) {
    return Sizes.counted(Sizes.repeated(once, guessed), numbers).times(known);
  }

  /** What the part of a cost that is of one kind comes to. */
  Interval of(Kind kind, Interval once) {
    return Sizes.counted(Sizes.repeated(kind, once, guessed), numbers).times(known);
  }

  /** How many repeats that makes. */
  Interval count() {
    return known.times(numbers).times(guessed);
  }
}
