package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.FieldRef;
import dev.concur.read.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Locks around a lock of the JDK: what they have in their field they only take and give back for
 * others. There is one for each that has such a wrapper, so it is named by where that is kept; else
 * all who have one would be taken for users of one lock.
 */
final class Wrappers {

  private final Linked linked;
  private final Set<FieldRef> handedOver = new HashSet<>();
  private final Set<FieldRef> used = new HashSet<>();

  /** From all methods that take or give back locks, those of libraries included. */
  Wrappers(Linked linked, Collection<Holds> solved) {
    this.linked = linked;
    for (Holds holds : solved) {
      for (Acquisition taken : holds.acquisitions()) {
        if (taken.lock() instanceof Value.FieldOf lock && ofItself(lock)) {
          note(holds, taken, linked.declared(lock.field()));
        }
      }
    }
  }

  private void note(Holds holds, Acquisition taken, FieldRef field) {
    if (holds.handsOver(taken)) {
      handedOver.add(field);
    } else if (Classes.sameFile(taken.in().ref().owner(), field.owner())) {
      used.add(field);
    }
  }

  private static boolean ofItself(Value.FieldOf lock) {
    return lock.base().orElse(null) instanceof Value.Parameter self && self.index() == 0;
  }

  /** The wrapper for the lock inside it; any other lock as it is. */
  Value around(Value lock) {
    if (!(lock instanceof Value.FieldOf inner)
        || !(inner.base().orElse(null) instanceof Value.FieldOf wrapper)) {
      return lock;
    }
    FieldRef field = linked.declared(inner.field());
    return handedOver.contains(field) && !used.contains(field) ? wrapper : lock;
  }
}
