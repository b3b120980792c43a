package dev.concur.lock;

import dev.concur.catalogue.Effect.Mode;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.read.Value;

/** What one operation does to the set of locks held. */
sealed interface Change {

  /** The lock, as the method that does it names it. */
  Value lock();

  /** Which side of it. */
  Side side();

  /** A lock is taken. */
  record Take(Value lock, LockKind kind, Side side, Mode mode) implements Change {}

  /** A lock is given back. */
  record Give(Value lock, LockKind kind, Side side) implements Change {}
}
