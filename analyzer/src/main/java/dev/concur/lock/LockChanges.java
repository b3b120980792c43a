package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effect.Mode;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.link.Targets;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Region.Side;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each operation of a method does to locks: monitors, calls that the catalogue knows,
 * wrappers, busy flags.
 */
final class LockChanges {

  /** A wrapper takes one lock, or both of a pair; more is a misunderstanding of ours. */
  private static final int LOCKS = 3;

  /** A call that may run more bodies than this is no wrapper of a lock. */
  private static final int BODIES = 3;

  private final Linked linked;
  private final Returns returns;
  private final Sides sides;
  private final BusyFlags flags;
  private final Function<MethodRef, Summary> summaries;

  LockChanges(
      Linked linked, Returns returns, BusyFlags flags, Function<MethodRef, Summary> summaries) {
    this.linked = linked;
    this.returns = returns;
    this.sides = new Sides(linked, returns);
    this.flags = flags;
    this.summaries = summaries;
  }

  /** The operations that change what is held, by id. */
  Map<Integer, List<Change>> of(MethodFacts method) {
    Map<Integer, List<Change>> found = new HashMap<>();
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        List<Change> here = at(method, op);
        if (!here.isEmpty()) {
          found.put(op.id(), here);
        }
      }
    }
    return found;
  }

  /** What callers must know of a method that was solved. */
  Summary summary(Holds holds) {
    return new Summary(
        holds.left().stream().filter(take -> Terms.portable(take.lock())).limit(LOCKS).toList(),
        holds.unmatched().stream()
            .filter(give -> Terms.portable(give.lock()))
            .limit(LOCKS)
            .toList());
  }

  private List<Change> at(MethodFacts in, Op op) {
    if (op instanceof Op.MonitorEnter enter) {
      return List.of(
          new Change.Take(
              returns.simplest(in, enter.lock()), LockKind.MONITOR, Side.EXCLUSIVE, Mode.BLOCKING));
    }
    if (op instanceof Op.MonitorExit exit) {
      return List.of(
          new Change.Give(returns.simplest(in, exit.lock()), LockKind.MONITOR, Side.EXCLUSIVE));
    }
    if (op instanceof Op.FieldWrite write) {
      return flags.change(write).map(List::of).orElse(List.of());
    }
    return op instanceof Op.Call call ? called(in, call) : List.of();
  }

  private List<Change> called(MethodFacts in, Op.Call call) {
    Targets targets = linked.targets(in, call);
    List<Change> found = new ArrayList<>(known(in, call, targets.effects()));
    if (found.isEmpty()) {
      if (targets.bodies().size() <= BODIES) {
        targets.bodies().forEach(body -> wrapped(in, call, body, found));
      }
    }
    return found;
  }

  private List<Change> known(MethodFacts in, Op.Call call, Effects effects) {
    List<Change> found = new ArrayList<>();
    for (Effect.Acquires acquires : effects.acquires()) {
      take(in, at(call, acquires.place()), acquires.side(), acquires.mode()).ifPresent(found::add);
    }
    for (Effect.Releases releases : effects.releases()) {
      give(in, at(call, releases.place()), releases.side()).ifPresent(found::add);
    }
    return found;
  }

  private static Value at(Op.Call call, Place place) {
    return place.receiver() ? call.arguments().get(0) : call.parameter(place.argument());
  }

  private Optional<Change> take(MethodFacts in, Value lock, Effect.Side side, Mode mode) {
    if (side == Effect.Side.SEMAPHORE && !oneAtATime(in, lock)) {
      return Optional.empty();
    }
    Sides.Sided sided = sides.of(in, lock, side);
    return Optional.of(new Change.Take(sided.lock(), sided.kind(), sided.side(), mode));
  }

  private Optional<Change> give(MethodFacts in, Value lock, Effect.Side side) {
    if (side == Effect.Side.SEMAPHORE && !oneAtATime(in, lock)) {
      return Optional.empty();
    }
    Sides.Sided sided = sides.of(in, lock, side);
    return Optional.of(new Change.Give(sided.lock(), sided.kind(), sided.side()));
  }

  /** Whether a semaphore is made with one permit wherever it comes from. */
  private boolean oneAtATime(MethodFacts in, Value semaphore) {
    List<Origin> origins = linked.origins(in, semaphore);
    return !origins.isEmpty() && origins.stream().allMatch(this::madeWithOne);
  }

  private boolean madeWithOne(Origin origin) {
    return origin.in().calls().stream()
        .filter(call -> call.callee().constructor() && call.parameters() > 0)
        .filter(call -> call.arguments().get(0).equals(origin.value()))
        .anyMatch(call -> call.parameter(0).equals(new Value.Constant(1)));
  }

  private void wrapped(MethodFacts in, Op.Call call, MethodFacts body, List<Change> found) {
    Summary summary = summaries.apply(body.ref());
    for (Change.Take take : summary.leaves()) {
      Terms.inCaller(take.lock(), call.arguments())
          .map(
              lock ->
                  new Change.Take(
                      returns.simplest(in, lock), take.kind(), take.side(), take.mode()))
          .filter(change -> !found.contains(change))
          .ifPresent(found::add);
    }
    for (Change.Give give : summary.gives()) {
      Terms.inCaller(give.lock(), call.arguments())
          .map(lock -> new Change.Give(returns.simplest(in, lock), give.kind(), give.side()))
          .filter(change -> !found.contains(change))
          .ifPresent(found::add);
    }
  }
}
