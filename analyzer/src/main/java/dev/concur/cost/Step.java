package dev.concur.cost;

import dev.concur.read.MethodFacts;
import java.util.Optional;

/**
 * One step of evidence: the place of the call, and the method where the chain goes on.
 *
 * @param at the call
 * @param next the method that is called, by the key of {@link Receivers}; empty at the leaf
 * @param weight what it contributes, ns
 */
record Step(Where at, Optional<MethodFacts> next, double weight) {

  /** The same with another weight. */
  Step weighing(double nanos) {
    return new Step(at, next, nanos);
  }
}
