package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Model;

/**
 * How an arm of platform threads gives them its tasks. What a hand-over costs decides about tiny
 * tasks, so it is played as the code would do it.
 */
enum Threading {
  /** A parallel stream, which splits them itself. */
  SPLIT,
  /** Each thread goes from one of its tasks to the next, as requests at a lock do. */
  SHARES,
  /** Each task is given to a pool. */
  POOL,
  /** Each task has a thread started for it. */
  NEW_THREADS;

  /** Of an arm whose model is threads or a change of the lock. */
  static Threading of(Arm arm, StandIn standIn) {
    if (arm.lock() != LockState.NONE || arm.model() != Model.THREADS) {
      return SHARES;
    }
    if (arm.parameters().batch() > 0) {
      return standIn.waits() ? SHARES : SPLIT;
    }
    return arm.parameters().poolSize() > 0 ? POOL : NEW_THREADS;
  }
}
