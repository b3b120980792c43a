package dev.concur.cost;

import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds methods that call themselves twice or more on one way, change nothing, and give no call
 * what another has answered: work that splits by itself.
 */
final class Splits {

  /** Parts that are worth a task of their own: four levels of two calls each. */
  private static final double PARTS = 16;

  private final Costs costs;

  Splits(Costs costs) {
    this.costs = costs;
  }

  Optional<Loop> of(MethodFacts method) {
    List<Op.Call> calls = selfCalls(method);
    if (calls.size() < 2 || method.ref().descriptor().endsWith(")V")) {
      return Optional.empty();
    }
    Tally tally = costs.summaries().of(method);
    boolean pure = tally.writes.isEmpty() && tally.changes.isEmpty() && tally.waiting().isZero();
    return pure && independent(calls) ? Optional.of(loop(method, tally)) : Optional.empty();
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
