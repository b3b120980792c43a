package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.SortedTexts;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields that code reads and writes, callees included. */
final class Touched {

  /** Calls down from a region; further away the fields are no longer its own. */
  private static final int DEPTH = 3;

  /** A region that reaches more methods than this touches nearly everything. */
  private static final int METHODS = 60;

  /** The part of the heap that what methods touch may take, and what it takes of one, about. */
  private static final int PART = 64;

  private static final int BYTES = 200;

  /** Marks what a field holds, where that is changed and not the field. */
  private static final String CONTENTS = "[]";

  /**
   * Field names, as {@code a.b.C.field}.
   *
   * @param counts those of the written ones that are only stepped, and looked at for nothing else
   * @param apart share of the computing in calls that have nothing to do with any of them, 0..1
   */
  record Fields(Set<String> reads, Set<String> writes, Set<String> counts, double apart) {
    Fields {
      reads = SortedTexts.of(reads);
      writes = SortedTexts.of(writes);
      counts = SortedTexts.of(counts);
    }

    Fields() {
      this(Set.of(), Set.of(), Set.of(), 0);
    }
  }

  /** What one method touches, and how often it reads, steps and sets each field. */
  private record Direct(
      Set<String> reads,
      Set<String> writes,
      Map<String, Integer> looks,
      Map<String, Integer> steps) {
    Direct() {
      this(new TreeSet<>(), new TreeSet<>(), new HashMap<>(), new HashMap<>());
    }

    void add(Direct other) {
      reads.addAll(other.reads);
      writes.addAll(other.writes);
      other.looks.forEach((field, times) -> looks.merge(field, times, Integer::sum));
      other.steps.forEach((field, times) -> steps.merge(field, times, Integer::sum));
    }

    /** The same of a method that is called on a part of an object. */
    Direct of(String part, String type) {
      UnaryOperator<String> named = field -> Parts.within(part, type, field);
      Direct direct = new Direct();
      reads.forEach(field -> direct.reads.add(named.apply(field)));
      writes.forEach(field -> direct.writes.add(named.apply(field)));
      looks.forEach((field, times) -> direct.looks.put(named.apply(field), times));
      steps.forEach((field, times) -> direct.steps.put(named.apply(field), times));
      return direct;
    }

    /** The same in little memory: of most methods it is nothing, or one field. */
    Direct kept() {
      return new Direct(
          Set.copyOf(reads), Set.copyOf(writes), Map.copyOf(looks), Map.copyOf(steps));
    }

    /** Fields of which each look is a step. */
    Set<String> counts() {
      Set<String> counts = new TreeSet<>();
      steps.forEach(
          (field, times) -> {
            if (times > 0 && times.equals(looks.get(field))) {
              counts.add(field);
            }
          });
      return counts;
    }
  }

  // Makes up for steps, so that a field that is also set is none that is only counted.
  private static final int SET = -1_000_000;

  /**
   * A method to look at.
   *
   * @param part the name of the part of the object that it is called on; empty when it is none
   */
  private record Todo(MethodFacts method, int depth, String part) {}

  private final Linked linked;
  private final Costs costs;
  private final LockNames names;
  private final Recent<Direct> own = Recent.within(PART, BYTES);
  private final Parts parts;
  private @Nullable KeyedCounts counts;

  Touched(Linked linked, Costs costs, LockNames names) {
    this.costs = costs;
    this.linked = linked;
    this.names = names;
    this.parts = new Parts(linked, names);
  }

  /** The fields touched while a lock is held. */
  Fields by(Extent extent) {
    Direct found = new Direct();
    Deque<Todo> todo = new ArrayDeque<>();
    for (Extent.Inside inside : extent.inside()) {
      touch(extent.in(), inside.op(), found);
      follow(new Todo(extent.in(), 0, ""), inside.op(), todo);
    }
    below(todo, found);
    return new Fields(found.reads, found.writes, found.counts(), apart(extent));
  }

  /** Adds what these methods and those that they call touch. */
  private void below(Deque<Todo> todo, Direct found) {
    Set<List<Object>> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < METHODS) {
      Todo next = todo.poll();
      if (seen.add(List.of(next.method.ref(), next.part))) {
        Direct direct = own.computeIfAbsent(next.method, this::direct);
        found.add(next.part.isEmpty() ? direct : direct.of(next.part, next.method.ref().owner()));
        if (next.depth < DEPTH) {
          ops(next.method).forEach(op -> follow(next, op, todo));
        }
      }
    }
  }

  /**
   * The part of the computing in calls that could as well be made before the lock is taken; an
   * instruction of the region itself counts for a nanosecond.
   */
  private double apart(Extent extent) {
    double apart = 0;
    double all = 0;
    Set<Integer> bound = new HashSet<>();
    for (Extent.Inside inside : extent.inside()) {
      Block block = inside.block();
      double times = costs.repeats(extent.in(), block) * block.frequency();
      all += times * block.instructions() / block.ops().size();
      if (inside.op() instanceof Op.Call call && !call.callee().constructor()) {
        double nanos = costs.of(extent.in(), call).cpu().middle() * times;
        boolean binds = binds(extent.in(), call, bound);
        if (binds) {
          bound.add(call.id());
        }
        all += nanos;
        apart += binds ? 0 : nanos;
      }
    }
    return all <= 0 ? 0 : apart / all;
  }

  /** Whether a call has to do with the state of the object: is given it, reads it or changes it. */
  private boolean binds(MethodFacts in, Op.Call call, Set<Integer> bound) {
    Set<Integer> phis = new HashSet<>();
    if (call.arguments().stream().anyMatch(value -> ofState(in, value, bound, phis))) {
      return true;
    }
    Deque<Todo> todo = new ArrayDeque<>();
    follow(new Todo(in, 0, ""), call, todo);
    Direct below = new Direct();
    below(todo, below);
    String own = in.ref().owner() + ".";
    return !below.writes.isEmpty() || below.reads.stream().anyMatch(field -> field.startsWith(own));
  }

  /** Whether a value is a field, or made of what one holds. */
  private static boolean ofState(
      MethodFacts in, Value value, Set<Integer> bound, Set<Integer> phis) {
    if (value instanceof Value.FieldOf || value instanceof Value.Opaque) {
      return true;
    }
    if (value instanceof Value.Result result) {
      return bound.contains(result.op());
    }
    if (value instanceof Value.Element element) {
      return ofState(in, element.array(), bound, phis);
    }
    if (value instanceof Value.Length length) {
      return ofState(in, length.array(), bound, phis);
    }
    if (value instanceof Value.Arithmetic sum) {
      return ofState(in, sum.left(), bound, phis) || ofState(in, sum.right(), bound, phis);
    }
    return value instanceof Value.Phi phi
        && phis.add(phi.index())
        && in.phis().get(phi.index()).stream().anyMatch(each -> ofState(in, each, bound, phis));
  }

  private void follow(Todo from, Op op, Deque<Todo> todo) {
    if (op instanceof Op.Call call) {
      String part = parts.of(from.method, call, from.part).orElse("");
      linked
          .targets(from.method, call)
          .bodies()
          .forEach(body -> todo.add(new Todo(body, from.depth + 1, part)));
    }
  }

  private Direct direct(MethodFacts method) {
    Direct found = new Direct();
    ops(method).forEach(op -> touch(method, op, found));
    return found.kept();
  }

  private static List<Op> ops(MethodFacts method) {
    return method.blocks().stream().map(Block::ops).flatMap(List::stream).toList();
  }

  private void touch(MethodFacts in, Op op, Direct found) {
    if (op instanceof Op.Call call) {
      costs
          .changed(in, call)
          .flatMap(Touched::field)
          .ifPresent(field -> found.writes.add(name(field) + CONTENTS));
      counted(in, call, found);
    } else if (op instanceof Op.FieldRead read) {
      found.reads.add(name(read.field()));
      found.looks.merge(name(read.field()), 1, Integer::sum);
    } else if (op instanceof Op.FieldWrite write && !ofNewObject(in, write)) {
      found.writes.add(name(write.field()));
      found.steps.merge(name(write.field()), steps(write) ? 1 : SET, Integer::sum);
    } else if (op instanceof Op.ArrayWrite write && write.array() instanceof Value.FieldOf field) {
      found.writes.add(name(field.field()));
      found.steps.merge(name(field.field()), steps(in, write) ? 1 : SET, Integer::sum);
    }
  }

  /** A map that is counted in by key is only stepped; all else that is asked of it is a look. */
  private void counted(MethodFacts in, Op.Call call, Direct found) {
    Optional<FieldRef> map = KeyedCounts.mapOf(linked, call);
    if (map.isPresent() && !countsIn(in).readsToStep(call)) {
      String held = name(map.get()) + CONTENTS;
      boolean steps = countsIn(in).steps(call) || KeyedCounts.drops(call);
      found.looks.merge(held, 1, Integer::sum);
      found.steps.merge(held, steps ? 1 : 0, Integer::sum);
    }
  }

  private KeyedCounts countsIn(MethodFacts in) {
    KeyedCounts known = counts;
    if (known == null || !known.in(in)) {
      known = KeyedCounts.of(linked, in);
      counts = known;
    }
    return known;
  }

  /** Whether a field becomes what it was and something more or less. */
  private static boolean steps(Op.FieldWrite write) {
    return write.value() instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left() instanceof Value.FieldOf before
        && before.field().equals(write.field());
  }

  /** Whether an element becomes what it was and something more or less, and no other is read. */
  private static boolean steps(MethodFacts in, Op.ArrayWrite write) {
    return write.value() instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left() instanceof Value.Element before
        && before.array().equals(write.array())
        && ops(in).stream()
            .filter(op -> op instanceof Op.ArrayRead read && read.array().equals(write.array()))
            .allMatch(op -> ((Op.ArrayRead) op).index().equals(write.index()));
  }

  /** What is being made is met by nobody yet. */
  private static boolean ofNewObject(MethodFacts in, Op.FieldWrite write) {
    return write
        .base()
        .filter(
            base ->
                base instanceof Value.New
                    || (in.ref().constructor()
                        && base instanceof Value.Parameter self
                        && self.index() == 0))
        .isPresent();
  }

  /** The field behind what a call changes: a collection that it holds is part of its state. */
  private static Optional<FieldRef> field(Value value) {
    return value instanceof Value.FieldOf field ? Optional.of(field.field()) : Optional.empty();
  }

  private String name(FieldRef field) {
    return names.declared(field).qualified().intern();
  }
}
