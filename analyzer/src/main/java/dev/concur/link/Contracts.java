package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;

/** Tells who asks for a method: the program itself, or a type of others that it implements. */
final class Contracts {

  private final Linked linked;

  Contracts(Linked linked) {
    this.linked = linked;
  }

  boolean ofOthers(MethodRef method) {
    boolean missing = false;
    boolean ours = false;
    for (String parent : linked.facts().supertypes(method.owner())) {
      boolean declares = linked.type(parent).filter(type -> declares(type, method)).isPresent();
      if (declares && !linked.facts().isRoot(parent)) {
        return true;
      }
      ours |= declares;
      missing |= linked.unread(parent);
    }
    return missing && !ours;
  }

  private static boolean declares(ClassFacts type, MethodRef method) {
    return type.methods().stream()
        .anyMatch(
            each ->
                each.ref().name().equals(method.name())
                    && each.ref().descriptor().equals(method.descriptor()));
  }
}
