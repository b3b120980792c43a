package dev.concur.lock;

import dev.concur.catalogue.Effect.Mode;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;

/**
 * One place where a lock is taken.
 *
 * @param index position among the acquisitions of its method
 * @param in the method
 * @param op id of the operation; {@link #WHOLE_METHOD} for a synchronized method
 * @param block where it is
 * @param line source line
 * @param lock the lock, as this method names it
 */
record Acquisition(
    int index,
    MethodFacts in,
    int op,
    int block,
    int line,
    Value lock,
    LockKind kind,
    Side side,
    Mode mode) {

  /** Stands for the operation of a method that is synchronized as a whole. */
  static final int WHOLE_METHOD = -1;

  /** Whether others wait here until the lock is free. */
  boolean blocking() {
    return mode != Mode.TRY;
  }

  boolean wholeMethod() {
    return op == WHOLE_METHOD;
  }

  Spot spot() {
    return in.spot(line, "takes the lock");
  }
}
