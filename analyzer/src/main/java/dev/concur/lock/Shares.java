package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the work of the doors, the methods that outsiders or other threads call, is spent
 * under a lock.
 */
final class Shares {

  /** Calls up from a region to a door. */
  private static final int DEPTH = 6;

  /** Doors looked at; a lock behind more is everywhere anyway. */
  private static final int METHODS = 400;

  /**
   * One door.
   *
   * @param share of its time that is spent under the lock, 0..1
   * @param nanos its whole time on the hot path
   * @param path how often it is used
   */
  record Door(MethodFacts method, double share, double nanos, Path path) {}

  /** Time under the lock in one execution of a method, ns. */
  record Held(MethodFacts method, double nanos) {
    Held plus(Held other) {
      return new Held(method, nanos + other.nanos);
    }
  }

  private final Linked linked;
  private final Costs costs;
  private final Returns returns;
  private final Heat heat;

  Shares(Linked linked, Costs costs, Returns returns, Heat heat) {
    this.linked = linked;
    this.costs = costs;
    this.returns = returns;
    this.heat = heat;
  }

  /**
   * The doors above a set of methods.
   *
   * @param held ns under the lock on the hot path of each method that takes it
   */
  List<Door> doors(Map<MethodRef, Held> held) {
    Map<MethodRef, Door> doors = new LinkedHashMap<>();
    Map<MethodRef, Held> level = held;
    Map<MethodRef, Double> best = new LinkedHashMap<>();
    for (int depth = 0; depth <= DEPTH && !level.isEmpty() && best.size() < METHODS; depth++) {
      Map<MethodRef, Held> next = new LinkedHashMap<>();
      for (Held each : level.values()) {
        climb(each.method, each.nanos, best, doors, next);
      }
      level = next;
    }
    return new ArrayList<>(doors.values());
  }

  private void climb(
      MethodFacts method,
      double held,
      Map<MethodRef, Double> best,
      Map<MethodRef, Door> doors,
      Map<MethodRef, Held> next) {
    if (best.getOrDefault(method.ref(), 0.0) >= held && best.containsKey(method.ref())) {
      return;
    }
    best.put(method.ref(), held);
    List<CallSite> callers = linked.callers(method.ref());
    if (door(method) || callers.isEmpty()) {
      double whole = Math.max(held, costs.hot(method.ref()).total().middle());
      double share = whole <= 0 ? 0 : held / whole;
      doors.put(method.ref(), new Door(method, share, whole, heat.of(method)));
      return;
    }
    for (CallSite site : callers) {
      Block block = site.in().blocks().get(returns.ops(site.in()).blockOf(site.call().id()));
      if (block.path() == Path.HOT) {
        double times = Math.max(0, block.frequency() * costs.repeats(site.in(), block));
        next.merge(site.in().ref(), new Held(site.in(), held * times), Held::plus);
      }
    }
  }

  private boolean door(MethodFacts method) {
    return (method.isPublic() && !method.isSynthetic()) || heat.entry(method.ref());
  }

  /** The share of all hot doors together, each weighed by its time. */
  static double together(List<Door> doors) {
    double held = 0;
    double whole = 0;
    for (Door door : doors) {
      if (door.path() == Path.HOT) {
        held += door.share() * door.nanos();
        whole += door.nanos();
      }
    }
    return whole <= 0 ? 0 : held / whole;
  }
}
