package dev.concur.cost;

import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a call of the JDK changes: an object that is not made for several threads, by a method
 * whose name does not promise only to look, or that asks a device through it.
 */
final class Changes {

  /** Changing a collection, by the names that the JDK gives to it. */
  private static final Pattern COLLECTION =
      Pattern.compile(
          "(add|put|remove|offer|push|poll|pop|set|insert|clear|compute|merge|replace|retain|drain"
              + "|sort)([A-Z].*)?");

  private static final Pattern LOOKS =
      Pattern.compile(
          "<init>|(get|is|has)[A-Z].*|contains.*|size|isEmpty|length|charAt|iterator|entrySet|keySet"
              + "|values|stream|toString|toArray|peek|hashCode|equals|remaining|position"
              + "|limit|capacity|forEach|subSequence|substring");

  /** Collections by the interfaces that stand for them; which one it is, its origin tells. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Collection",
          "java.util.Map",
          "java.util.List",
          "java.util.Set",
          "java.util.Queue",
          "java.util.Deque",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.NavigableMap",
          "java.util.NavigableSet",
          "java.util.AbstractCollection",
          "java.util.AbstractMap",
          "java.util.AbstractList");

  private final Linked linked;

  Changes(Linked linked) {
    this.linked = linked;
  }

  /** The object that a call may change and that several threads must not change together. */
  Optional<Value> of(MethodFacts in, Op.Call call) {
    return call.receiver().filter(receiver -> changes(in, call, receiver));
  }

  private boolean changes(MethodFacts in, Op.Call call, Value receiver) {
    String type = call.callee().owner();
    String name = call.callee().name();
    if (linked.effects(call).waitsAs().stream().anyMatch(waits -> waits.place().receiver())) {
      return true;
    }
    if (COLLECTIONS.contains(type)) {
      return COLLECTION.matcher(name).matches() && !madeSafe(in, receiver);
    }
    if (!collection(type) && ofItsThread(in, receiver)) {
      return false;
    }
    boolean asks = !linked.effects(call).waits().isEmpty();
    boolean looks =
        collection(type) ? !COLLECTION.matcher(name).matches() : LOOKS.matcher(name).matches();
    return (asks || !looks) && safety(type).filter(safety -> safety == Safety.UNSAFE).isPresent();
  }

  /** A tool that each thread has one of, such as a format, is changed by nobody else. */
  private static boolean ofItsThread(MethodFacts in, Value receiver) {
    return receiver instanceof Value.Result result
        && in.call(result.op())
            .filter(call -> call.callee().owner().equals("java.lang.ThreadLocal"))
            .isPresent();
  }

  private boolean collection(String type) {
    return linked.facts().supertypes(type).stream().anyMatch(COLLECTIONS::contains);
  }

  /** Whether every object that may stand here is known to be made for several threads. */
  private boolean madeSafe(MethodFacts in, Value value) {
    List<Origin> origins = linked.origins(in, value);
    return origins.stream()
        .allMatch(
            origin ->
                origin.value() instanceof Value.New made
                    && safety(made.type()).filter(s -> s == Safety.SAFE).isPresent());
  }

  private Optional<Safety> safety(String type) {
    return linked.catalogue().safetyOf(type, linked.facts()::supertypes);
  }
}
