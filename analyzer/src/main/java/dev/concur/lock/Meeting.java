package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/**
 * A lock that is held, and whether another that is taken meanwhile belongs to the same object. Two
 * locks of one class prove an order only then: nodes, wrappers and stores meet others of their
 * kind, each with locks of its own.
 *
 * @param held its name
 * @param lock its value, in the words of the method that holds it
 */
record Meeting(Linked linked, LockName held, Value lock) {

  /**
   * Whether a lock may be of the same object; always when it is of another class, or of none.
   *
   * @param names what it may be
   * @param taken its value in the same words
   */
  boolean possible(List<LockName> names, Value taken) {
    return names.stream()
        .filter(this::ofKin)
        .allMatch(name -> object(held, lock).equals(object(name, taken)));
  }

  private boolean ofKin(LockName name) {
    Optional<String> one = Evidence.owner(held);
    Optional<String> other = Evidence.owner(name);
    return one.isPresent()
        && other.isPresent()
        && (linked.subtype(one.get(), other.get()) || linked.subtype(other.get(), one.get()));
  }

  /** The object whose lock it is: that of the field, or the one that is locked itself. */
  private static Value object(LockName name, Value lock) {
    boolean part = name instanceof LockName.Field || name instanceof LockName.Flag;
    return part && lock instanceof Value.FieldOf field ? field.base().orElse(lock) : lock;
  }
}
