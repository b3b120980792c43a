package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which classes lock their own objects, and which of their ancestors began it. */
final class SelfLocking {

  private final Linked linked;
  private final Map<String, Boolean> own = new HashMap<>();
  private final Map<String, Optional<String>> roots = new HashMap<>();

  SelfLocking(Linked linked) {
    this.linked = linked;
  }

  /** The topmost class among this one and its ancestors whose code locks its own objects. */
  Optional<String> root(String type) {
    Optional<String> known = roots.get(type);
    if (known == null) {
      known = find(type);
      roots.put(type, known);
    }
    return known;
  }

  private Optional<String> find(String type) {
    if (type.startsWith("java.lang.Object") || type.isEmpty()) {
      return Optional.empty();
    }
    Optional<ClassFacts> facts = linked.type(type);
    Optional<String> above = facts.map(ClassFacts::superName).flatMap(this::root);
    if (above.isPresent()) {
      return above;
    }
    boolean here =
        linked.catalogue().isSynchronized(type) || facts.filter(this::locksItself).isPresent();
    return here ? Optional.of(type) : Optional.empty();
  }

  private boolean locksItself(ClassFacts facts) {
    return own.computeIfAbsent(
        facts.name(), name -> facts.methods().stream().anyMatch(SelfLocking::locksThis));
  }

  private static boolean locksThis(MethodFacts method) {
    if (method.isStatic()) {
      return false;
    }
    if (method.isSynchronized()) {
      return true;
    }
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.MonitorEnter enter
            && enter.lock() instanceof Value.Parameter parameter
            && parameter.index() == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
