package dev.concur.lock;

import java.util.List;

/**
 * What a caller must know of a method: in terms of its parameters and of static fields.
 *
 * @param leaves locks that it takes and does not give back
 * @param gives locks that it gives back and did not take
 */
record Summary(List<Change.Take> leaves, List<Change.Give> gives) {

  static final Summary NOTHING = new Summary(List.of(), List.of());

  Summary {
    leaves = List.copyOf(leaves);
    gives = List.copyOf(gives);
  }

  /** Whether a call of it changes what is held. */
  boolean changesLocks() {
    return !leaves.isEmpty() || !gives.isEmpty();
  }
}
