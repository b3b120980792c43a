package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
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

  /** Field names, as {@code a.b.C.field}. */
  record Fields(Set<String> reads, Set<String> writes) {
    Fields() {
      this(new TreeSet<>(), new TreeSet<>());
    }

    void add(Fields other) {
      reads.addAll(other.reads);
      writes.addAll(other.writes);
    }
  }

  private record Todo(MethodFacts method, int depth) {}

  private final Linked linked;
  private final Costs costs;
  private final LockNames names;
  private final Map<MethodRef, Fields> own = new HashMap<>();

  Touched(Linked linked, Costs costs, LockNames names) {
    this.costs = costs;
    this.linked = linked;
    this.names = names;
  }

  /** The fields touched while a lock is held. */
  Fields by(Extent extent) {
    Fields found = new Fields();
    Deque<Todo> todo = new ArrayDeque<>();
    Set<MethodRef> seen = new HashSet<>();
    for (Extent.Inside inside : extent.inside()) {
      touch(extent.in(), inside.op(), found);
      follow(extent.in(), inside.op(), 1, todo);
    }
    while (!todo.isEmpty() && seen.size() < METHODS) {
      Todo next = todo.poll();
      if (seen.add(next.method.ref())) {
        found.add(own.computeIfAbsent(next.method.ref(), ref -> direct(next.method)));
        if (next.depth < DEPTH) {
          ops(next.method).forEach(op -> follow(next.method, op, next.depth + 1, todo));
        }
      }
    }
    return found;
  }

  private void follow(MethodFacts in, Op op, int depth, Deque<Todo> todo) {
    if (op instanceof Op.Call call) {
      linked.targets(in, call).bodies().forEach(body -> todo.add(new Todo(body, depth)));
    }
  }

  private Fields direct(MethodFacts method) {
    Fields found = new Fields();
    ops(method).forEach(op -> touch(method, op, found));
    return found;
  }

  private static List<Op> ops(MethodFacts method) {
    return method.blocks().stream().map(Block::ops).flatMap(List::stream).toList();
  }

  private void touch(MethodFacts in, Op op, Fields found) {
    if (op instanceof Op.Call call) {
      costs
          .changed(in, call)
          .flatMap(Touched::field)
          .ifPresent(field -> found.writes.add(name(field) + CONTENTS));
    } else if (op instanceof Op.FieldRead read) {
      found.reads.add(name(read.field()));
    } else if (op instanceof Op.FieldWrite write && !ofNewObject(in, write)) {
      found.writes.add(name(write.field()));
    } else if (op instanceof Op.ArrayWrite write && write.array() instanceof Value.FieldOf field) {
      found.writes.add(name(field.field()));
    }
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
    return names.declared(field).qualified();
  }
}
