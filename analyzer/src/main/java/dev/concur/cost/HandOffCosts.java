package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
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

  /** Stages behind one handle that are followed. */
  private static final int STAGES = 20;

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
          return !worksBetween(site, call, handle);
        }
      }
    }
    return false;
  }

  /** Whether the caller does something of its own before it waits, or has others do more. */
  private boolean worksBetween(HandOffSite site, Op.Call join, Value handle) {
    return site.in().calls().stream()
        .filter(call -> call.id() > site.call().id() && call.id() < join.id())
        .anyMatch(call -> works(site.in(), call) || startsAnother(site.in(), call, handle));
  }

  private boolean works(MethodFacts in, Op.Call call) {
    Cost cost = costs.of(in, call);
    return cost.cpu().middle() + cost.waiting().middle() >= OWN_WORK;
  }

  /** Whether a task is given away that does not wait for this one, as a stage behind it does. */
  private boolean startsAnother(MethodFacts in, Op.Call call, Value handle) {
    return !linked.effects(call).starts().isEmpty()
        && !(stage(call) && comesFrom(in, call.arguments().get(0), handle, 0));
  }

  private boolean joins(Op.Call call, HandOffSite site, Value handle) {
    return linked.effects(call).joins().stream()
        .flatMap(joins -> at(call, joins.place()).stream())
        .anyMatch(value -> comesFrom(site.in(), value, handle, 0));
  }

  /** Whether a value is the handle, or that of a stage which waits for it and for nothing else. */
  private boolean comesFrom(MethodFacts in, Value value, Value handle, int depth) {
    return linked.origins(in, value).stream()
        .filter(origin -> origin.in().ref().equals(in.ref()))
        .map(Origin::value)
        .anyMatch(made -> made.equals(handle) || behind(in, made, handle, depth));
  }

  private boolean behind(MethodFacts in, Value made, Value handle, int depth) {
    return depth < STAGES
        && made instanceof Value.Result result
        && in.call(result.op())
            .filter(this::stage)
            .filter(maker -> comesFrom(in, maker.arguments().get(0), handle, depth + 1))
            .isPresent();
  }

  /**
   * Whether a call puts a function behind one handle; a limit of time is another reason to wait.
   */
  private boolean stage(Op.Call call) {
    Effects effects = linked.effects(call);
    return !effects.starts().isEmpty()
        && effects.wraps().size() == 1
        && effects.wraps().get(0).place().equals(Place.THIS);
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
