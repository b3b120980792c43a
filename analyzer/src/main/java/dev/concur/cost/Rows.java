package dev.concur.cost;

import dev.concur.link.Linked;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds calls in a row that each wait for an answer and need none of the others': a loop without a
 * loop.
 *
 * <p>Only calls that give something back count, since what is called for its effect has an order;
 * and none may change what another could see.
 */
final class Rows {

  /** Shorter waits are pieces of one conversation, which has an order; ours. ns. */
  private static final double ROUND_TRIP = 200_000;

  /** A call that is passed by nearly always. */
  private static final double ALWAYS = 0.9;

  private final Linked linked;
  private final Costs costs;
  private final Asides asides;
  private final Changes changes;

  Rows(Linked linked, Costs costs, Asides asides) {
    this.linked = linked;
    this.costs = costs;
    this.asides = asides;
    this.changes = new Changes(linked);
  }

  /** The row of a method; empty when there are less than two such calls. */
  Optional<Loop> of(MethodFacts method) {
    List<Op.Call> row = new ArrayList<>();
    Set<Integer> dependent = new HashSet<>();
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && passed(block)) {
          boolean needs = needs(call, dependent);
          boolean asks = !needs && asks(method, call);
          if (asks) {
            row.add(call);
          }
          if (needs || asks) {
            dependent.add(call.id());
          }
        }
      }
    }
    return row.size() < 2 || meet(method, row) ? Optional.empty() : Optional.of(loop(method, row));
  }

  /** Whether one call changes an object that another is given too. */
  private boolean meet(MethodFacts method, List<Op.Call> row) {
    return row.stream()
        .anyMatch(
            call ->
                changed(method, call).stream()
                    .anyMatch(
                        object ->
                            row.stream()
                                .anyMatch(
                                    other ->
                                        other.id() != call.id()
                                            && other.arguments().contains(object))));
  }

  /** What a call is given and its bodies change. */
  private Set<Value> changed(MethodFacts method, Op.Call call) {
    Set<Value> objects = new HashSet<>();
    for (MethodFacts body : linked.targets(method, call).bodies()) {
      Tally tally = costs.summaries().of(body);
      Stream.concat(tally.writes.keySet().stream(), tally.changes.keySet().stream())
          .filter(index -> index >= 0 && index < call.arguments().size())
          .forEach(index -> objects.add(call.arguments().get(index)));
    }
    return objects;
  }

  private static boolean passed(Block block) {
    return block.loop() < 0 && block.path() == Path.HOT && block.frequency() >= ALWAYS;
  }

  private static boolean needs(Op.Call call, Set<Integer> answers) {
    return call.arguments().stream().anyMatch(argument -> needs(argument, answers));
  }

  private static boolean needs(Value value, Set<Integer> answers) {
    if (value instanceof Value.Result result) {
      return answers.contains(result.op());
    }
    if (value instanceof Value.Arithmetic sum) {
      return needs(sum.left(), answers) || needs(sum.right(), answers);
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().filter(base -> needs(base, answers)).isPresent();
    }
    if (value instanceof Value.Element element) {
      return needs(element.array(), answers);
    }
    boolean unsure = value instanceof Value.Phi || value instanceof Value.Opaque;
    return unsure && !answers.isEmpty();
  }

  /** Whether it waits for an answer of somebody else and leaves nothing behind. */
  private boolean asks(MethodFacts method, Op.Call call) {
    if (call.callee().descriptor().endsWith(")V")
        || linked.targets(method, call).bodies().isEmpty()
        || costs.summaries().calls().writesStatic(method, call)) {
      return false;
    }
    Tally tally = costs.summaries().calls().of(method, call);
    return tally.waiting().middle() >= ROUND_TRIP
        && tally.waiting().middle() > tally.cpu.middle()
        && tally.changes.isEmpty()
        && tally.writes.isEmpty()
        && changes.of(method, call).isEmpty();
  }

  private Loop loop(MethodFacts method, List<Op.Call> row) {
    Tally all = new Tally();
    Cost sum = Cost.NONE;
    for (Op.Call call : row) {
      Tally one = costs.summaries().calls().of(method, call);
      sum = sum.plus(one.cost());
      all = all.waiting().middle() >= one.waiting().middle() ? all : one;
    }
    boolean rare = LoopCosts.seldom(method) || method.ref().constructor() || asides.only(method);
    double share = 1.0 / row.size();
    Cost each = new Cost(sum.cpu().times(share), sum.waiting().times(share), Provenance.DERIVED);
    return new Loop(
        method.spot(row.get(0).line(), Loop.ROW),
        Interval.of(row.size()),
        Loop.Trip.CONSTANT,
        each,
        costs.happenings(method, all),
        List.of(),
        row.stream().skip(1).map(call -> method.spot(call.line(), "asks too")).toList(),
        false,
        rare ? Path.COLD : Path.HOT);
  }
}
