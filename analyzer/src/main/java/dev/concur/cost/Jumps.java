package dev.concur.cost;

import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells loops that run a program which is given to them as data: they go from one element to the
 * next, unless an element says where to go on. Such a program has loops of its own, so that the
 * number of its elements says nothing about how many are run.
 */
final class Jumps {

  private final MethodFacts method;
  private final LoopFacts loop;

  Jumps(MethodFacts method, LoopFacts loop) {
    this.method = method;
    this.loop = loop;
  }

  boolean any() {
    return loop.variables().stream().anyMatch(this::jumps);
  }

  private boolean jumps(int place) {
    Set<Integer> family = new HashSet<>();
    List<Value> next = given(place, family);
    return next.stream().anyMatch(value -> steps(value, family))
        && next.stream().anyMatch(this::element)
        && reads(family);
  }

  /** All that a variable is given, through the phis on the way; these are added to the family. */
  private List<Value> given(int place, Set<Integer> family) {
    List<Value> given = new ArrayList<>();
    Deque<Integer> todo = new ArrayDeque<>(List.of(place));
    family.add(place);
    while (!todo.isEmpty()) {
      for (Value value : method.phis().get(todo.poll())) {
        if (!(value instanceof Value.Phi phi)) {
          given.add(value);
        } else if (family.add(phi.index())) {
          todo.add(phi.index());
        }
      }
    }
    return given;
  }

  private static boolean steps(Value value, Set<Integer> family) {
    return value instanceof Value.Arithmetic sum
        && sum.operator() == '+'
        && sum.left() instanceof Value.Phi phi
        && family.contains(phi.index())
        && sum.right() instanceof Value.Constant;
  }

  /** Whether a value is an element, or was computed from one or told by one. */
  private boolean element(Value value) {
    if (value instanceof Value.Arithmetic sum) {
      return element(sum.left()) || element(sum.right());
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().filter(this::element).isPresent();
    }
    if (value instanceof Value.Result result) {
      Optional<Op.Call> call = method.call(result.op());
      return call.filter(Jumps::taken).isPresent()
          || call.filter(asked -> asked.arguments().size() == 1)
              .flatMap(Op.Call::receiver)
              .filter(this::element)
              .isPresent();
    }
    return value instanceof Value.Element;
  }

  /** Whether an element is taken at the place that the variable says. */
  private boolean reads(Set<Integer> family) {
    return method.blocks(loop).stream()
        .map(Block::ops)
        .flatMap(List::stream)
        .anyMatch(
            op ->
                (op instanceof Op.ArrayRead read && at(read.index(), family))
                    || (op instanceof Op.Call call
                        && taken(call)
                        && at(call.parameter(0), family)));
  }

  private static boolean taken(Op.Call call) {
    return call.callee().name().equals("get")
        && call.callee().descriptor().startsWith("(I)")
        && call.callee().owner().startsWith("java.util.");
  }

  private static boolean at(Value place, Set<Integer> family) {
    boolean[] found = {false};
    Carried.phisIn(place, phi -> found[0] |= family.contains(phi));
    return found[0];
  }
}
