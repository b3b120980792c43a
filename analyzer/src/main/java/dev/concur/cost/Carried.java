package dev.concur.cost;

import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What an iteration of a loop finds in a local variable as the one before left it.
 *
 * <p>A variable that the loop assigns is a phi of its header; with the phis between there and its
 * next assignment it is a family. A counter is known beforehand. A family that is only added to,
 * multiplied, or replaced by the larger is a reduction, as long as nothing else in the loop looks
 * at it. Everything else ties an iteration to the one before.
 */
final class Carried {

  private static final Set<Character> ANY_ORDER = Set.of('+', '*', '&', '|', '^');

  private static final Set<String> EXTREMES = Set.of("max", "min");

  private final MethodFacts method;
  private final LoopFacts loop;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Integer, Op.Call> calls = new HashMap<>();
  private final List<Spot> blockers;
  private final List<Spot> cautions;

  Carried(
      MethodFacts method,
      LoopFacts loop,
      Set<Integer> inside,
      List<Spot> blockers,
      List<Spot> cautions) {
    this.method = method;
    this.loop = loop;
    this.blockers = blockers;
    this.cautions = cautions;
    for (Block block : method.blocks()) {
      if (inside.contains(block.index()) && block.path() != Path.ERROR) {
        ops.addAll(block.ops());
      }
    }
    for (Op op : ops) {
      if (op instanceof Op.Call call) {
        calls.put(call.id(), call);
      }
    }
  }

  /**
   * Adds what ties iterations together to the blockers, and what must be combined to the cautions.
   */
  void look() {
    loop.variables().forEach(this::look);
  }

  private void look(int variable) {
    Set<Integer> family = family(variable);
    List<Value> values = values(family);
    if (counts(variable)) {
      return;
    }
    boolean combines = values.stream().allMatch(value -> combines(value, family));
    List<Op> users = ops.stream().filter(op -> looksAt(op, family)).toList();
    Optional<Op> firm = users.stream().filter(op -> !(op instanceof Op.Branch)).findFirst();
    boolean continues = values.stream().anyMatch(value -> mentions(value, family));
    if (firm.isPresent()) {
      blockers.add(spot(firm.get().line(), "uses what an earlier iteration left"));
    } else if (!combines) {
      blockers.add(spot(loop.line(), "continues the value of the iteration before"));
    } else if (!users.isEmpty()) {
      cautions.add(spot(users.get(0).line(), "compares with what earlier iterations left"));
    } else if (continues) {
      cautions.add(spot(loop.line(), "adds up over all iterations: combine with a reduction"));
    }
  }

  /** The phis that the variable passes on its way around the loop; itself at least. */
  private Set<Integer> family(int variable) {
    Set<Integer> family = new HashSet<>();
    for (int phi : reachable(variable)) {
      if (phi == variable || reachable(phi).contains(variable)) {
        family.add(phi);
      }
    }
    return family;
  }

  private Set<Integer> reachable(int from) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      for (Value input : method.phis().get(todo.poll())) {
        phisIn(
            input,
            phi -> {
              if (seen.add(phi)) {
                todo.add(phi);
              }
            });
      }
    }
    seen.add(from);
    return seen;
  }

  /** All that the family is ever given, its own members left out. */
  private List<Value> values(Set<Integer> family) {
    return family.stream()
        .flatMap(phi -> method.phis().get(phi).stream())
        .filter(value -> !(value instanceof Value.Phi phi && family.contains(phi.index())))
        .toList();
  }

  /** Whether it steps by what does not change in the loop, so that each iteration knows it. */
  boolean counts(int variable) {
    List<Value> steps =
        method.phis().get(variable).stream()
            .filter(value -> mentions(value, Set.of(variable)))
            .toList();
    return !steps.isEmpty() && steps.stream().allMatch(value -> stepOf(value, variable));
  }

  private static boolean stepOf(Value value, int variable) {
    return value instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left().equals(new Value.Phi(variable))
        && (sum.right() instanceof Value.Constant || sum.right() instanceof Value.Parameter);
  }

  /** Whether the order does not matter in which such values are put together. */
  private boolean combines(Value value, Set<Integer> family) {
    if (!mentions(value, family)) {
      return true;
    }
    if (value instanceof Value.Result result) {
      return extreme(result, family);
    }
    if (!(value instanceof Value.Arithmetic sum)) {
      return false;
    }
    boolean leftAlone = isOf(sum.left(), family) && !mentions(sum.right(), family);
    boolean rightAlone = isOf(sum.right(), family) && !mentions(sum.left(), family);
    boolean anyOrder = ANY_ORDER.contains(sum.operator());
    return (leftAlone && (anyOrder || sum.operator() == '-')) || (rightAlone && anyOrder);
  }

  private boolean extreme(Value.Result result, Set<Integer> family) {
    Op.Call call = calls.get(result.op());
    return call != null
        && EXTREMES.contains(call.callee().name())
        && call.callee().owner().startsWith("java.lang.")
        && call.arguments().stream()
            .allMatch(argument -> isOf(argument, family) || !mentions(argument, family));
  }

  private boolean looksAt(Op op, Set<Integer> family) {
    if (op instanceof Op.Call call && extreme(new Value.Result(call.id(), call.callee()), family)) {
      return false;
    }
    return parts(op).stream().anyMatch(value -> mentionsDirectly(value, family));
  }

  /** The values that an operation is made on. */
  static List<Value> parts(Op op) {
    List<Value> parts = new ArrayList<>();
    if (op instanceof Op.Call call) {
      parts.addAll(call.arguments());
    } else if (op instanceof Op.FieldRead read) {
      read.base().ifPresent(parts::add);
    } else if (op instanceof Op.FieldWrite write) {
      write.base().ifPresent(parts::add);
      parts.add(write.value());
    } else if (op instanceof Op.ArrayRead read) {
      parts.addAll(List.of(read.array(), read.index()));
    } else if (op instanceof Op.ArrayWrite write) {
      parts.addAll(List.of(write.array(), write.index(), write.value()));
    } else if (op instanceof Op.Branch branch) {
      parts.addAll(List.of(branch.left(), branch.right()));
    }
    return parts;
  }

  private static boolean isOf(Value value, Set<Integer> family) {
    return value instanceof Value.Phi phi && family.contains(phi.index());
  }

  /** Whether it depends on the family, also through a call of this loop. */
  private boolean mentions(Value value, Set<Integer> family) {
    if (value instanceof Value.Result result && calls.containsKey(result.op())) {
      return calls.get(result.op()).arguments().stream()
          .anyMatch(argument -> mentionsDirectly(argument, family));
    }
    return mentionsDirectly(value, family);
  }

  private static boolean mentionsDirectly(Value value, Set<Integer> family) {
    boolean[] found = {false};
    phisIn(value, phi -> found[0] |= family.contains(phi));
    return found[0];
  }

  /** Passes the phis that a value is made of. */
  static void phisIn(Value value, IntConsumer each) {
    if (value instanceof Value.Phi phi) {
      each.accept(phi.index());
    } else if (value instanceof Value.Arithmetic sum) {
      phisIn(sum.left(), each);
      phisIn(sum.right(), each);
    } else if (value instanceof Value.FieldOf field) {
      field.base().ifPresent(base -> phisIn(base, each));
    } else if (value instanceof Value.Element element) {
      phisIn(element.array(), each);
    } else if (value instanceof Value.Length length) {
      phisIn(length.array(), each);
    } else if (value instanceof Value.Lambda lambda) {
      lambda.captured().forEach(captured -> phisIn(captured, each));
    }
  }

  private Spot spot(int line, String note) {
    return method.spot(line, note);
  }
}
