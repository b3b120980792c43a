package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
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

/** The fields that code reads and writes, callees included. */
final class Touched {

  /** Calls down from a region; further away the fields are no longer its own. */
  private static final int DEPTH = 3;

  /** A region that reaches more methods than this touches nearly everything. */
  private static final int METHODS = 60;

  /** Marks what a field holds, where that is changed and not the field. */
  private static final String CONTENTS = "[]";

  /**
   * Field names, as {@code a.b.C.field}.
   *
   * @param counts those of the written ones that are only stepped, and looked at for nothing else
   * @param apart share of the computing in calls that have nothing to do with any of them, 0..1
   */
  record Fields(Set<String> reads, Set<String> writes, Set<String> counts, double apart) {
    Fields() {
      this(new TreeSet<>(), new TreeSet<>(), Set.of(), 0);
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

  private record Todo(MethodFacts method, int depth) {}

  private final Linked linked;
  private final Costs costs;
  private final LockNames names;
  private final Table<MethodRef, Direct> own = new Table<>();

  Touched(Linked linked, Costs costs, LockNames names) {
    this.costs = costs;
    this.linked = linked;
    this.names = names;
  }

  /** The fields touched while a lock is held. */
  Fields by(Extent extent) {
    Direct found = new Direct();
    Deque<Todo> todo = new ArrayDeque<>();
    for (Extent.Inside inside : extent.inside()) {
      touch(extent.in(), inside.op(), found);
      follow(extent.in(), inside.op(), 1, todo);
    }
    below(todo, found);
    return new Fields(found.reads, found.writes, found.counts(), apart(extent));
  }

  /** Adds what these methods and those that they call touch. */
  private void below(Deque<Todo> todo, Direct found) {
    Set<MethodRef> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < METHODS) {
      Todo next = todo.poll();
      if (seen.add(next.method.ref())) {
        found.add(own.computeIfAbsent(next.method.ref(), ref -> direct(next.method)));
        if (next.depth < DEPTH) {
          ops(next.method).forEach(op -> follow(next.method, op, next.depth + 1, todo));
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
    follow(in, call, 1, todo);
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

  private void follow(MethodFacts in, Op op, int depth, Deque<Todo> todo) {
    if (op instanceof Op.Call call) {
      linked.targets(in, call).bodies().forEach(body -> todo.add(new Todo(body, depth)));
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
    } else if (op instanceof Op.FieldRead read) {
      found.reads.add(name(read.field()));
      found.looks.merge(name(read.field()), 1, Integer::sum);
    } else if (op instanceof Op.FieldWrite write && !ofNewObject(in, write)) {
      found.writes.add(name(write.field()));
      found.steps.merge(name(write.field()), steps(write) ? 1 : SET, Integer::sum);
    } else if (op instanceof Op.ArrayWrite write && write.array() instanceof Value.FieldOf field) {
      found.writes.add(name(field.field()));
    }
  }

  /** Whether a field becomes what it was and something more or less. */
  private static boolean steps(Op.FieldWrite write) {
    return write.value() instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left() instanceof Value.FieldOf before
        && before.field().equals(write.field());
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
