package dev.concur.catalogue;

import java.util.Optional;

/**
 * The argument that bounds a wait, or is its length.
 *
 * @param amount the argument with the number, or the {@code java.time.Duration} itself
 * @param nanosPerUnit what one unit is worth, ns; 0 when {@code unit} or a {@code Duration} says it
 * @param unit where the {@code TimeUnit} is, when the call takes one
 */
public record Timeout(Place amount, long nanosPerUnit, Optional<Place> unit) {

  /** Whether the amount is a {@code java.time.Duration}. */
  public boolean duration() {
    return nanosPerUnit == 0 && unit.isEmpty();
  }
}
