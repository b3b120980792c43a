package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.model.Region;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws up the regions of what lets one through at a time without being a lock: single calls. */
final class Passages {

  private final Costs costs;
  private final Returns returns;
  private final Heat heat;
  private final Efforts efforts;

  Passages(Costs costs, Returns returns, Heat heat, Efforts efforts) {
    this.efforts = efforts;
    this.costs = costs;
    this.returns = returns;
    this.heat = heat;
  }

  /** The block in which a call stands. */
  Block block(MethodFacts in, Op.Call call) {
    return in.blocks().get(returns.ops(in).blockOf(call.id()));
  }

  /** How often a call is passed in the daily work. */
  Path path(MethodFacts in, Op.Call call) {
    return block(in, call).path().and(heat.of(in));
  }

  /** What a call costs and does. */
  Inside.Found during(MethodFacts in, Op.Call call) {
    return found(costs.of(in, call), efforts.of(in, call), costs.happenings(in, call, 1));
  }

  /** What the heaviest of these tasks costs and does; strangers' work when there is none. */
  Inside.Found tasks(List<MethodFacts> tasks, Happening.CallsOut otherwise) {
    Cost heaviest = Cost.NONE;
    Effort most = Effort.NONE;
    List<Happening> happenings = new ArrayList<>();
    for (MethodFacts task : tasks) {
      Cost cost = costs.likely(task);
      Effort effort = efforts.of(task);
      most = effort.nanos() > most.nanos() ? effort : most;
      heaviest = cost.total().middle() > heaviest.total().middle() ? cost : heaviest;
      happenings.addAll(costs.happenings(task));
    }
    if (tasks.isEmpty()) {
      happenings.add(otherwise);
      most = Effort.STRANGE;
    }
    return found(heaviest, most, happenings);
  }

  /** What the heaviest of these tasks costs and does. */
  Inside.Found tasks(List<MethodFacts> tasks) {
    return tasks(tasks, new Happening.CallsOut("", List.of()));
  }

  /** The region of a whole method around which somebody else takes a lock. */
  Draft around(MethodFacts method, Region.Side side) {
    return new Draft(
        method,
        method.spot(method.line(), "the container takes its lock"),
        LockKind.READ_WRITE_LOCK,
        side,
        heat.of(method),
        true,
        found(costs.likely(method), efforts.of(method), costs.happenings(method)),
        1,
        true,
        method.instructions(),
        0,
        new Touched.Fields(),
        "",
        Optional.empty());
  }

  /** What a call of a stranger's job costs. */
  Inside.Found stranger(MethodFacts in, Op.Call call) {
    Happening job =
        new Happening.CallsOut(
            call.callee().owner(), List.of(in.spot(call.line(), "runs the caller's job")));
    return found(Cost.NONE, Effort.STRANGE, List.of(job));
  }

  private static Inside.Found found(Cost cost, Effort effort, List<Happening> happenings) {
    Cost work = Inside.STRANGE.times(effort.strange());
    return new Inside.Found(
        cost.plus(work), effort, Inside.heaviest(Inside.believed(happenings, effort)));
  }

  /** The region of one call that goes through a funnel. */
  Draft draft(MethodFacts in, Op.Call call, LockKind kind, Path path, Inside.Found inside) {
    Block block = block(in, call);
    return new Draft(
        in,
        in.spot(call.line(), "passes here"),
        kind,
        Region.Side.EXCLUSIVE,
        path,
        true,
        inside,
        efforts.rounds(in, block).times(),
        false,
        0,
        0,
        new Touched.Fields(),
        "",
        Optional.empty());
  }
}
