package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collections in fields into which objects are put that others take out again. */
final class Registries {

  private static final Pattern PUT =
      Pattern.compile("put|putIfAbsent|add|addElement|addLast|offer|register.*|set");

  private static final Pattern TAKES =
      Pattern.compile(
          "get\\w*|compute\\w*|putIfAbsent|elementAt|elements|values|entrySet|iterator|listIterator"
              + "|forEach|stream|toArray|peek\\w*|first\\w*|last\\w*|floor\\w*|ceiling\\w*");

  private final Linked linked;
  private final Map<String, Set<FieldRef>> registries = new HashMap<>();
  private final Set<FieldRef> takenOut = new HashSet<>();

  Registries(Linked linked) {
    this.linked = linked;
  }

  /**
   * Collections of other classes into which objects of this type are put that were made elsewhere.
   */
  Set<FieldRef> of(String type) {
    if (registries.isEmpty()) {
      linked.roots().forEach(this::collectRegistries);
    }
    Set<FieldRef> found = new LinkedHashSet<>(registries.getOrDefault(type, Set.of()));
    for (String parent : linked.facts().supertypes(type)) {
      if (linked.facts().isRoot(parent)) {
        found.addAll(registries.getOrDefault(parent, Set.of()));
      }
    }
    found.removeIf(field -> field.owner().equals(type));
    return found;
  }

  /**
   * Whether daily work takes what a collection holds out of it again. Who only keeps a list of what
   * he has made, to close it in the end, shares nothing with whom he made it for.
   */
  boolean takenOut(FieldRef collection) {
    if (takenOut.isEmpty()) {
      linked.roots().forEach(this::collectTakenOut);
    }
    return takenOut.contains(linked.declared(collection));
  }

  private void collectTakenOut(MethodFacts in) {
    for (Block block : in.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call
            && block.path() == Path.HOT
            && call.receiver().orElse(null) instanceof Value.FieldOf field
            && TAKES.matcher(call.callee().name()).matches()
            && !ColdNames.cold(in.ref())) {
          takenOut.add(linked.declared(field.field()));
        }
      }
    }
  }

  /** The types of what is put into queues. */
  Set<String> queuedTypes() {
    if (registries.isEmpty()) {
      linked.roots().forEach(this::collectRegistries);
    }
    Set<String> found = new LinkedHashSet<>();
    registries.forEach(
        (type, fields) -> {
          boolean queue =
              fields.stream()
                  .map(field -> Classes.named(field.descriptor()))
                  .anyMatch(kept -> linked.subtype(kept, "java.util.Queue"));
          if (queue && linked.facts().isRoot(type)) {
            found.add(type);
          }
        });
    return found;
  }

  /**
   * A static map of a class in which it keeps objects of its own: who knows the key has the same
   * object as everybody else.
   */
  Optional<FieldRef> ownMap(String type) {
    of(type);
    return registries.getOrDefault(type, Set.of()).stream()
        .filter(field -> field.owner().equals(type))
        .filter(field -> linked.subtype(Classes.named(field.descriptor()), "java.util.Map"))
        .filter(this::ofClass)
        .findFirst();
  }

  private boolean ofClass(FieldRef field) {
    return linked.type(field.owner()).stream()
        .flatMap(facts -> facts.fields().stream())
        .filter(facts -> facts.ref().equals(field))
        .anyMatch(Classes::isStatic);
  }

  private void collectRegistries(MethodFacts in) {
    for (Op.Call call : in.calls()) {
      if (puts(call)
          && linked.facts().inJdk(call.callee().owner())
          && call.arguments().get(0) instanceof Value.FieldOf field
          && !ofOneThread(field.field())
          && call.arguments().get(call.arguments().size() - 1) instanceof Value.Parameter kept) {
        registries
            .computeIfAbsent(Classes.named(kept.type()), type -> new LinkedHashSet<>())
            .add(field.field());
      }
    }
  }

  /** Whether something is put where others find it. */
  static boolean puts(Op.Call call) {
    return call.how() != Op.How.STATIC && PUT.matcher(call.callee().name()).matches();
  }

  /** What a thread keeps for itself is no registry, though its field is static. */
  boolean ofOneThread(FieldRef field) {
    return linked.subtype(Classes.named(field.descriptor()), "java.lang.ThreadLocal");
  }
}
