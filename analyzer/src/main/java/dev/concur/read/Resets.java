package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which fields of a class are set back to what they were before first use, and where.
 *
 * <p>A guard such as {@code if (x == null) x = make()} runs its body once only if nobody sets
 * {@code x} to null again; closing methods may.
 */
final class Resets {

  private static final Pattern CLOSING =
      Pattern.compile("(close|stop|shutdown|destroy|dispose|clear|reset|init|uninstall).*");

  /** Calls from a guard to the method that fills the field. */
  private static final int CALLS = 2;

  private final Map<String, Set<String>> byField = new HashMap<>();
  private final Map<String, Set<String>> filled = new HashMap<>();
  private final Map<String, Set<String>> stored = new HashMap<>();
  private final Map<String, Map<String, Value>> left = new HashMap<>();
  private final Map<String, Set<MethodRef>> passed = new HashMap<>();
  private final Map<String, Set<MethodRef>> called = new HashMap<>();
  private final Map<String, Value.FieldOf> getters = new HashMap<>();
  private final Set<String> handedOut = new HashSet<>();
  private final Throwers throwers;
  private final Emptied emptied;
  private final Latches latches;

  Resets(Collection<Body> bodies) {
    this.throwers = new Throwers(bodies);
    this.emptied = new Emptied(bodies);
    this.latches = new Latches(bodies);
    for (Body body : bodies) {
      noteGetter(body);
      if (!body.constructs()) {
        noteLeft(body);
        body.ops().forEach(ops -> ops.forEach(op -> note(body, op)));
        body.ops().forEach(ops -> ops.forEach(op -> noteFilling(body, op)));
        noteHandingOut(body);
      }
    }
  }

  /** Whether a guard on this field, once false, stays false as long as the object is in use. */
  boolean neverIn(FieldRef field, Value guarded) {
    return byField.getOrDefault(key(field, guarded), Set.of()).isEmpty();
  }

  /**
   * Whether a method of the class hands out what is in a field and leaves nothing there, as an
   * iterator does with the line that it has read ahead: then it is fetched anew for every use.
   */
  boolean handsOut(FieldRef field) {
    return handedOut.contains(field.name());
  }

  private void noteHandingOut(Body body) {
    List<Op> all = body.ops().stream().flatMap(List::stream).toList();
    for (Op op : all) {
      if (op instanceof Op.Return back
          && back.value().orElse(null) instanceof Value.FieldOf given
          && all.stream().anyMatch(other -> empties(other, given.field()))) {
        handedOut.add(given.field().name());
      }
    }
  }

  private static boolean empties(Op op, FieldRef field) {
    return op instanceof Op.FieldWrite write
        && write.field().name().equals(field.name())
        && write.value() instanceof Value.Null;
  }

  /** The methods of the class that never return. */
  Throwers throwers() {
    return throwers;
  }

  /** The flags of the class that let one through. */
  Latches latches() {
    return latches;
  }

  /** The fields that a method of the class empties for good. */
  Emptied emptied() {
    return emptied;
  }

  /** Whether a method of the class, or one that it calls, writes a field with something. */
  boolean fills(MethodRef method, FieldRef field) {
    return fills(method, field, CALLS);
  }

  private boolean fills(MethodRef method, FieldRef field, int depth) {
    String key = name(method);
    return filled.getOrDefault(key, Set.of()).contains(field.name())
        || (depth > 0
            && called.getOrDefault(key, Set.of()).stream()
                .anyMatch(next -> fills(next, field, depth - 1)));
  }

  /**
   * Whether a method of the class, or one that it calls, puts something into what a field holds.
   */
  boolean puts(MethodRef method, FieldRef field) {
    return puts(method, field, CALLS);
  }

  private boolean puts(MethodRef method, FieldRef field, int depth) {
    String key = name(method);
    return stored.getOrDefault(key, Set.of()).contains(field.name())
        || (depth > 0
            && called.getOrDefault(key, Set.of()).stream()
                .anyMatch(next -> puts(next, field, depth - 1)));
  }

  /** What a method of the class, or one that it calls, leaves in a field whenever it returns. */
  Optional<Value> leaves(MethodRef method, FieldRef field) {
    return leaves(method, field, CALLS);
  }

  private Optional<Value> leaves(MethodRef method, FieldRef field, int depth) {
    Value here = left.getOrDefault(name(method), Map.of()).get(field.name());
    return here != null || depth == 0
        ? Optional.ofNullable(here)
        : passed.getOrDefault(name(method), Set.of()).stream()
            .flatMap(next -> leaves(next, field, depth - 1).stream())
            .findFirst();
  }

  private void noteLeft(Body body) {
    Flow flow = body.flow();
    int[] ends =
        IntStream.of(flow.order)
            .filter(end -> body.ops().get(end).stream().anyMatch(Op.Return.class::isInstance))
            .toArray();
    IntStream.of(flow.order)
        .filter(block -> IntStream.of(ends).allMatch(end -> flow.dominates(block, end)))
        .forEach(block -> body.ops().get(block).forEach(op -> noteLeft(body, op)));
  }

  private void noteLeft(Body body, Op op) {
    String method = name(body.ref());
    if (op instanceof Op.FieldWrite write) {
      left.computeIfAbsent(method, m -> new HashMap<>()).put(write.field().name(), write.value());
    } else if (op instanceof Op.Call call && call.callee().owner().equals(body.ref().owner())) {
      passed.computeIfAbsent(method, m -> new LinkedHashSet<>()).add(call.callee());
    }
  }

  /** The field of its object that a method does nothing but return. */
  Optional<Value.FieldOf> gets(MethodRef method) {
    return Optional.ofNullable(getters.get(name(method)));
  }

  private void noteGetter(Body body) {
    List<Op> ops = body.ops().stream().flatMap(List::stream).toList();
    if (ops.size() == 2
        && ops.get(1) instanceof Op.Return result
        && result.value().orElse(new Value.Null()) instanceof Value.FieldOf field
        && field.base().isPresent()
        && field.base().get() instanceof Value.Parameter own
        && own.index() == 0) {
      getters.put(name(body.ref()), field);
    }
  }

  private static String name(MethodRef method) {
    return method.name() + method.descriptor();
  }

  private void noteFilling(Body body, Op op) {
    if (op instanceof Op.FieldWrite write && !(write.value() instanceof Value.Null)) {
      filled.computeIfAbsent(name(body.ref()), m -> new HashSet<>()).add(write.field().name());
    } else if (op instanceof Op.Call call && call.callee().owner().equals(body.ref().owner())) {
      called.computeIfAbsent(name(body.ref()), m -> new HashSet<>()).add(call.callee());
    } else if (op instanceof Op.Call call
        && call.how() != Op.How.STATIC
        && call.parameters() > 1
        && Lookups.STORE.matcher(call.callee().name()).matches()
        && call.arguments().get(0) instanceof Value.FieldOf kept) {
      stored.computeIfAbsent(name(body.ref()), m -> new HashSet<>()).add(kept.field().name());
    }
  }

  private void note(Body body, Op op) {
    if (op instanceof Op.FieldWrite write
        && !closes(body)
        && (write.value() instanceof Value.Null || write.value() instanceof Value.Constant)) {
      byField
          .computeIfAbsent(key(write.field(), write.value()), field -> new HashSet<>())
          .add(body.ref().name());
    }
  }

  /** Whether a method ends what its object does, or begins it anew. */
  static boolean closes(Body body) {
    return CLOSING.matcher(body.ref().name()).matches();
  }

  private static String key(FieldRef field, Value value) {
    return field.name() + ":" + field.descriptor() + "=" + value;
  }
}
