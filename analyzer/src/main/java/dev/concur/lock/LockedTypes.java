package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.Optional;

/** Classes whose objects lock themselves or are locked as a whole, so that they name the lock. */
final class LockedTypes {

  private final Linked linked;
  private final SelfLocking selfLocking;

  LockedTypes(Linked linked, SelfLocking selfLocking) {
    this.linked = linked;
    this.selfLocking = selfLocking;
  }

  /**
   * Whether a class keeps its one object in a static field of itself and lets nobody make another:
   * then the field and {@code this} are the same lock.
   */
  boolean theOnlyOne(FieldRef field) {
    String type = Classes.named(field.descriptor());
    return field.owner().equals(type)
        && linked.type(type).stream()
            .flatMap(facts -> facts.methods().stream())
            .filter(method -> method.ref().constructor())
            .noneMatch(MethodFacts::isPublic)
        && onlyMadeFor(field);
  }

  private boolean onlyMadeFor(FieldRef field) {
    String type = field.owner();
    long made =
        linked.type(type).stream()
            .flatMap(facts -> facts.methods().stream())
            .filter(method -> method.ref().constructor())
            .flatMap(method -> linked.callers(method).stream())
            .count();
    long kept =
        linked.writes(field).stream()
            .filter(site -> site.write().value() instanceof Value.New)
            .count();
    return made == 1 && kept == 1;
  }

  /** The same by a descriptor. */
  Optional<LockName> byType(String descriptor) {
    return descriptor.startsWith("L")
        ? byClass(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'))
        : Optional.empty();
  }

  /**
   * Objects of a class of the program that locks itself, or is locked as a whole, are named by it.
   */
  Optional<LockName> byClass(String type) {
    if ((linked.facts().inJdk(type) && !linked.facts().isRoot(type)) || isLock(type)) {
      return Optional.empty();
    }
    return selfLocking.root(type).map(LockName.Instance::new);
  }

  /** Locks are made for their field; it says more than their class. */
  private boolean isLock(String type) {
    return linked.facts().supertypes(type).stream()
        .anyMatch(name -> name.startsWith("java.util.concurrent.locks."));
  }
}
