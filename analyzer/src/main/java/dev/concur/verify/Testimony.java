package dev.concur.verify;

import java.util.Optional;
import java.util.Set;

/**
 * What the flight recorder says of the accused lock: looked at once, after the first pair.
 *
 * @param witness what it saw; empty while it has not looked, or cannot
 * @param accused outermost classes in which the advice sees the lock
 * @param plan how long a window is
 */
record Testimony(Optional<Witness> witness, Set<String> accused, WindowPlan plan) {
  Testimony {
    accused = Set.copyOf(accused);
  }

  /** The same, after it has looked. */
  Testimony of(Witness seen) {
    return new Testimony(Optional.of(seen), accused, plan);
  }

  /** Whether it saw another lock than the accused one. */
  boolean contradicts() {
    return witness.filter(seen -> seen.saw(plan) && !seen.isIn(accused)).isPresent();
  }

  /** Whether it has looked and no thread waited long enough to be noticed. */
  boolean sawNothing() {
    return witness.filter(seen -> !seen.saw(plan)).isPresent();
  }

  /** What it saw and whether that is the accused lock; nothing when it has not looked. */
  String inWords() {
    return witness.map(this::inWords).orElse("");
  }

  private String inWords(Witness seen) {
    if (!seen.saw(plan)) {
      return "no lock that is waited for";
    }
    return seen.inWords() + (seen.isIn(accused) ? ": the accused one" : ": not the accused one");
  }
}
