package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Label;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts costs on the tasks that are given to other threads. */
final class HandOffCosts {

  /** Less than a hand-over costs: no work to overlap with. ns. */
  private static final double OWN_WORK = 10_000;

  /** A task commonly takes its permit at once or in the method that it names. */
  private static final int PERMIT_WITHIN = 2;

  private final Linked linked;
  private final Costs costs;
  private final Passes passes;

  /** Whether a method takes a permit itself or so many calls deeper. */
  private final Map<Task, Boolean> permits = new HashMap<>();

  private record Task(MethodFacts method, int deep) {}

  HandOffCosts(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.passes = new Passes(linked, costs);
  }

  List<HandOff> all() {
    List<HandOff> result = new ArrayList<>();
    for (HandOffSite site : linked.handOffs()) {
      if (!(site.starts().by() instanceof Effect.By.Completer)) {
        result.add(handOff(site));
      }
    }
    return result;
  }

  private HandOff handOff(HandOffSite site) {
    Block block = block(site.in(), site.call());
    Optional<MethodFacts> heaviest =
        site.tasks().stream()
            .max(Comparator.comparingDouble(task -> costs.hot(task.ref()).total().middle()));
    Optional<Label> label = heaviest.map(costs::label);
    List<Happening> happenings = heaviest.map(costs::happenings).orElse(List.of());
    return new HandOff(
        site.in().spot(site.call().line(), site.call().callee().name()),
        site.executor(),
        site.tasks().stream().map(MethodFacts::ref).toList(),
        label,
        times(site, block),
        joined(site, block),
        happenings,
        bounded(site),
        path(site.in(), block));
  }

  /** How many tasks are given away here in one run of the outermost method that leads here. */
  private Interval times(HandOffSite site, Block block) {
    Interval here = costs.summaries().times(site.in(), block).max(Interval.of(0));
    return here.times(many(site)).times(passes.of(site.in()));
  }

  /** A collection of tasks is as many as it has elements. */
  private Interval many(HandOffSite site) {
    Optional<Value> tasks = at(site.call(), site.starts().task());
    boolean collection = site.call().callee().descriptor().startsWith("(Ljava/util/Collection;");
    return collection && tasks.isPresent()
        ? costs.summaries().calls().pipelines.elements(site.in(), tasks.get())
        : Interval.of(1);
  }

  static Path path(MethodFacts in, Block block) {
    boolean once = in.ref().name().equals("<clinit>");
    return once ? Path.COLD.and(block.path()) : block.path();
  }

  static Block block(MethodFacts in, Op.Call call) {
    return in.block(call.id()).orElseThrow();
  }

  /**
   * Whether the handle that the hand-off gives is waited for in the same loop or right behind it,
   * task by task, with nothing of weight done meanwhile.
   */
  private boolean joined(HandOffSite site, Block at) {
    Value handle = new Value.Result(site.call().id(), site.call().callee());
    for (Block block : site.in().blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && block.loop() == at.loop() && joins(call, site, handle)) {
          return !worksBetween(site, call);
        }
      }
    }
    return false;
  }

  /** Whether the caller does something of its own, or hands over more, before it waits. */
  private boolean worksBetween(HandOffSite site, Op.Call join) {
    return site.in().calls().stream()
        .filter(call -> call.id() > site.call().id() && call.id() < join.id())
        .anyMatch(call -> handsOver(call) || heavy(site, call));
  }

  /** Whether a call gives away another task, and no later stage of the same. */
  private boolean handsOver(Op.Call call) {
    return !linked.effects(call).starts().isEmpty()
        && (call.receiver().isEmpty()
            || !linked.subtype(call.callee().owner(), "java.util.concurrent.CompletionStage"));
  }

  private boolean heavy(HandOffSite site, Op.Call call) {
    Cost cost = costs.of(site.in(), call);
    return cost.cpu().middle() + cost.waiting().middle() >= OWN_WORK;
  }

  private boolean joins(Op.Call call, HandOffSite site, Value handle) {
    for (Effect.Joins joins : linked.effects(call).joins()) {
      Optional<Value> value = at(call, joins.place());
      if (value.isPresent()
          && linked.origins(site.in(), value.get()).stream()
              .map(Origin::value)
              .anyMatch(handle::equals)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Value> at(Op.Call call, Place place) {
    return Devices.at(call, place);
  }

  /** Whether a semaphore is taken where the task is given away or in what it runs. */
  private boolean bounded(HandOffSite site) {
    return takesPermit(site.in(), 0)
        || site.tasks().stream().anyMatch(task -> takesPermit(task, PERMIT_WITHIN));
  }

  private boolean takesPermit(MethodFacts method, int deep) {
    Task task = new Task(method, deep);
    Boolean known = permits.get(task);
    if (known == null) {
      known = findsPermit(method, deep);
      permits.put(task, known);
    }
    return known;
  }

  private boolean findsPermit(MethodFacts method, int deep) {
    return method.calls().stream()
        .anyMatch(
            call ->
                linked.effects(call).acquires().stream()
                        .anyMatch(acquires -> acquires.side() == Effect.Side.SEMAPHORE)
                    || (deep > 0
                        && linked.targets(method, call).bodies().stream()
                            .anyMatch(body -> takesPermit(body, deep - 1))));
  }
}
