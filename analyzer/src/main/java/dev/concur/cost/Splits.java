package dev.concur.cost;

import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds methods that call themselves twice or more on one way, give no call what another has
 * answered, and change nothing, or only their own stretches of the arrays that they are given: work
 * that splits by itself. A loop that calls its method for each child of a node is such work too.
 */
final class Splits {

  /** Parts that are worth a task of their own: four levels of two calls each. */
  private static final double PARTS = 16;

  /**
   * What a tree of many children must compute: 20 us at each of 500 nodes, as a task of its own
   * must; most trees of programs are walked in less. ns.
   */
  private static final double HEAVY_TREE = 10_000_000;

  private final Costs costs;

  Splits(Costs costs) {
    this.costs = costs;
  }

  Optional<Loop> of(MethodFacts method) {
    List<Op.Call> calls = selfCalls(method);
    if (calls.size() < 2) {
      return Optional.empty();
    }
    Tally tally = costs.summaries().of(method);
    boolean result = !method.ref().descriptor().endsWith(")V");
    boolean nothing = result && tally.writes.isEmpty();
    boolean apart =
        (nothing || stretches(method, calls, tally))
            && tally.changes.isEmpty()
            && tally.waiting().isZero();
    return apart && independent(calls) ? Optional.of(loop(method, tally)) : Optional.empty();
  }

  /**
   * A loop whose rounds need nothing of each other and call the method for a part each: the tree
   * below splits, where one level of it says nothing.
   */
  Optional<Loop> overParts(MethodFacts method, LoopFacts facts, Loop loop) {
    Tally tally = costs.summaries().of(method);
    boolean splits =
        Recursions.goesThrough(method, facts)
            && loop.independent()
            && tally.writes.isEmpty()
            && tally.changes.isEmpty()
            && tally.waiting().isZero()
            && onPurpose(tally) >= HEAVY_TREE;
    return splits ? Optional.of(loop(method, tally)) : Optional.empty();
  }

  /**
   * Computing that nobody does by the way, ns: trees that are written out or searched do little.
   */
  private static double onPurpose(Tally tally) {
    return tally.kinds(false).stream()
        .filter(Decision.PURPOSES::contains)
        .mapToDouble(kind -> tally.part(kind).middle())
        .sum();
  }

  /** Whether it writes nothing but arrays that it is given, of which each call has its stretch. */
  private static boolean stretches(MethodFacts method, List<Op.Call> calls, Tally tally) {
    int first = method.isStatic() ? 0 : 1;
    boolean arrays =
        tally.writes.keySet().stream()
            .allMatch(index -> index >= first && isArray(method, index - first));
    return arrays && !tally.writes.isEmpty() && meet(calls.get(0), calls.get(1), first);
  }

  private static boolean isArray(MethodFacts method, int parameter) {
    return Amounts.parameter(method.ref().descriptor(), parameter).startsWith("[");
  }

  /** Whether the stretch of one call begins where that of the other ends, or right after. */
  private static boolean meet(Op.Call one, Op.Call other, int first) {
    for (int i = first; i + 1 < one.arguments().size(); i++) {
      boolean meets =
          same(one.arguments().get(i + 1), other.arguments().get(i))
              || same(other.arguments().get(i + 1), one.arguments().get(i));
      if (meets && !same(one.arguments().get(i), other.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether both are the same computed number, or one beside it. */
  private static boolean same(Value one, Value other) {
    Value number = without(one);
    return !(number instanceof Value.Constant) && number.equals(without(other));
  }

  private static Value without(Value value) {
    return value instanceof Value.Arithmetic sum
            && (sum.operator() == '+' || sum.operator() == '-')
            && sum.right() instanceof Value.Constant
        ? sum.left()
        : value;
  }

  /** In a straight line: those in a loop are rounds of it, and two ways are no two calls. */
  private static List<Op.Call> selfCalls(MethodFacts method) {
    List<Op.Call> best = new ArrayList<>();
    for (Block block : method.blocks()) {
      List<Op.Call> here = new ArrayList<>();
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && call.callee().equals(method.ref()) && block.loop() < 0) {
          here.add(call);
        }
      }
      best = here.size() > best.size() ? here : best;
    }
    return best;
  }

  private static boolean independent(List<Op.Call> calls) {
    return calls.stream()
        .flatMap(call -> call.arguments().stream())
        .noneMatch(
            value ->
                value instanceof Value.Result result
                    && calls.stream().anyMatch(call -> call.id() == result.op()));
  }

  private Loop loop(MethodFacts method, Tally tally) {
    Cost whole = tally.cost();
    return new Loop(
        method.spot(method.line(), Loop.RECURSION),
        Interval.of(PARTS),
        Loop.Trip.CONSTANT,
        new Cost(whole.cpu().times(1 / PARTS), Interval.ZERO, Provenance.DERIVED),
        costs.happenings(method, tally),
        List.of(),
        List.of(),
        false,
        Path.HOT);
  }
}
