package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counting by key: a method adds to what a map holds under a key, and looks at it for nothing else.
 * Whoever counts so needs no more than the sum in the end, as with a number that is only added to.
 */
final class KeyedCounts {

  private static final Set<String> BOXES =
      Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.lang.Short");

  private static final Set<String> LOOKS_UP = Set.of("get", "getOrDefault");

  private final Ops ops;
  private final Set<Integer> steps = new HashSet<>();
  private final Set<Integer> parts = new HashSet<>();

  private KeyedCounts(MethodFacts in) {
    this.ops = new Ops(in);
  }

  /** Whether this is about a method. */
  boolean in(MethodFacts method) {
    return ops.method().equals(method);
  }

  /** The counting that a method does. */
  static KeyedCounts of(Linked linked, MethodFacts in) {
    KeyedCounts found = new KeyedCounts(in);
    for (Op.Call call : in.calls()) {
      if (mapOf(linked, call).isPresent()) {
        found.look(call);
      }
    }
    return found;
  }

  /** Whether a call adds to what is held under a key. */
  boolean steps(Op.Call call) {
    return steps.contains(call.id());
  }

  /** Whether a call only reads what is then added to. */
  boolean readsToStep(Op.Call call) {
    return parts.contains(call.id());
  }

  /** Whether a call drops all that is held: then counting begins anew. */
  static boolean drops(Op.Call call) {
    return call.callee().name().equals("clear") && call.parameters() == 0;
  }

  /** The field with the map that a call of the JDK is made on. */
  static Optional<FieldRef> mapOf(Linked linked, Op.Call call) {
    return call.receiver()
        .filter(Value.FieldOf.class::isInstance)
        .map(map -> ((Value.FieldOf) map).field())
        .filter(field -> linked.subtype(Classes.named(field.descriptor()), "java.util.Map"))
        .filter(field -> linked.facts().inJdk(call.callee().owner()));
  }

  private void look(Op.Call call) {
    if (call.callee().name().equals("merge") && call.parameters() == 3) {
      if (sums(call.parameter(2)) && unused(Set.of(call.id()), Set.of())) {
        steps.add(call.id());
      }
    } else if (call.callee().name().equals("put") && call.parameters() == 2) {
      new Sum(call).read();
    }
  }

  private static boolean sums(Value function) {
    return function instanceof Value.Lambda lambda
        && lambda.body().name().equals("sum")
        && BOXES.contains(lambda.body().owner());
  }

  /** What is put under a key: what was there and something more. */
  private final class Sum {
    private final Op.Call put;
    private final Set<Integer> looks = new HashSet<>();
    private final Set<Integer> between = new HashSet<>();

    Sum(Op.Call put) {
      this.put = put;
    }

    void read() {
      boolean sum = ops.inputs(put.parameter(1)).stream().allMatch(this::boxed);
      Set<Integer> made = new HashSet<>(between);
      made.add(put.id());
      made.addAll(looks);
      between.add(put.id());
      if (sum && !looks.isEmpty() && unused(made, between)) {
        steps.add(put.id());
        parts.addAll(looks);
      }
    }

    /** A number to begin with, or the one that was there with something added. */
    private boolean boxed(Value value) {
      Optional<Op.Call> box = call(value).filter(call -> boxes(call, "valueOf"));
      if (box.isEmpty()) {
        return false;
      }
      between.add(box.get().id());
      return ops.inputs(box.get().arguments().get(0)).stream().allMatch(this::number);
    }

    private boolean number(Value value) {
      return value instanceof Value.Constant
          || (value instanceof Value.Arithmetic sum
              && (sum.operator() == '+' || sum.operator() == '-')
              && (held(sum.left()) || (sum.operator() == '+' && held(sum.right()))));
    }

    /** The number that the map held, or what stands for it where there was none. */
    private boolean held(Value number) {
      Optional<Op.Call> unbox =
          call(number).filter(call -> call.callee().name().endsWith("Value") && boxes(call));
      if (unbox.isEmpty()) {
        return false;
      }
      between.add(unbox.get().id());
      return ops.inputs(unbox.get().arguments().get(0)).stream().allMatch(this::lookedUp);
    }

    private boolean lookedUp(Value value) {
      Optional<Op.Call> look = call(value);
      if (look.filter(call -> boxes(call, "valueOf")).isPresent()) {
        return look.get().arguments().get(0) instanceof Value.Constant;
      }
      boolean same =
          look.filter(call -> LOOKS_UP.contains(call.callee().name()))
              .filter(call -> call.arguments().get(0).equals(put.arguments().get(0)))
              .filter(
                  call -> unboxed(call.arguments().get(1)).equals(unboxed(put.arguments().get(1))))
              .isPresent();
      if (same) {
        looks.add(look.get().id());
      }
      return same;
    }
  }

  /** A number that is a key is put in a box at each call. */
  private Value unboxed(Value key) {
    return call(key)
        .filter(box -> boxes(box, "valueOf"))
        .map(box -> box.arguments().get(0))
        .orElse(key);
  }

  private Optional<Op.Call> call(Value value) {
    return value instanceof Value.Result result ? ops.call(result.op()) : Optional.empty();
  }

  private static boolean boxes(Op.Call call) {
    return BOXES.contains(call.callee().owner());
  }

  private static boolean boxes(Op.Call call, String name) {
    return boxes(call) && call.callee().name().equals(name);
  }

  /**
   * Whether nothing is made of the results of some calls but by these others; a test whether there
   * was anything is no use.
   */
  private boolean unused(Set<Integer> results, Set<Integer> others) {
    return ops.method().blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(op -> !others.contains(op.id()))
        .filter(op -> !(op instanceof Op.Branch branch && branch.right() instanceof Value.Null))
        .flatMap(op -> values(op).stream())
        .noneMatch(value -> madeOf(value, results, new HashSet<>()));
  }

  private static List<Value> values(Op op) {
    List<Value> values = new ArrayList<>();
    if (op instanceof Op.Call call) {
      values.addAll(call.arguments());
    } else if (op instanceof Op.FieldWrite write) {
      values.add(write.value());
    } else if (op instanceof Op.ArrayWrite write) {
      values.addAll(List.of(write.index(), write.value()));
    } else if (op instanceof Op.ArrayRead read) {
      values.add(read.index());
    } else if (op instanceof Op.Branch branch) {
      values.addAll(List.of(branch.left(), branch.right()));
    } else if (op instanceof Op.Return result) {
      result.value().ifPresent(values::add);
    }
    return values;
  }

  private boolean madeOf(Value value, Set<Integer> results, Set<Value> seen) {
    if (value instanceof Value.Result result) {
      return results.contains(result.op());
    }
    if (value instanceof Value.Arithmetic sum) {
      return madeOf(sum.left(), results, seen) || madeOf(sum.right(), results, seen);
    }
    if (value instanceof Value.Lambda lambda) {
      return lambda.captured().stream().anyMatch(each -> madeOf(each, results, seen));
    }
    return value instanceof Value.Phi phi
        && seen.add(phi)
        && ops.inputs(phi).stream().anyMatch(each -> madeOf(each, results, seen));
  }
}
