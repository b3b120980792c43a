package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work that was begun before a lock was taken and is waited for under it. That of everybody who
 * queues for the lock goes on meanwhile, so the lock is not held for as long as the work takes, but
 * once for what is left of it: a wait for another thread, and no queue in front of a device.
 */
final class Underway {

  /** What is left of it, nobody knows; only that it may be waited for. */
  static final Effort REST = new Effort(0, 0, Map.of(), Map.of(Kind.LOCK, 1.0), 0, 0);

  private final Linked linked;

  Underway(Linked linked) {
    this.linked = linked;
  }

  /** Whether a call in a region joins what was there when the lock was taken. */
  boolean joined(Extent extent, Op.Call call) {
    return linked.effects(call).joins().stream()
        .map(Effect.Joins::place)
        .flatMap(place -> handle(call, place).stream())
        .anyMatch(handle -> before(extent, handle));
  }

  private static Optional<Value> handle(Op.Call call, Place place) {
    if (place.receiver()) {
      return call.receiver();
    }
    return place.argument() < call.parameters()
        ? Optional.of(call.parameter(place.argument()))
        : Optional.empty();
  }

  private static boolean before(Extent extent, Value handle) {
    if (handle instanceof Value.Parameter parameter) {
      return extent.in().isStatic() || parameter.index() > 0;
    }
    return handle instanceof Value.Result made
        && extent.calls().stream().noneMatch(call -> call.id() == made.op());
  }

  /**
   * What happens in such a call: whatever the work does, here it is a thread that is waited for.
   */
  List<Happening> waits(Op.Call call, List<Happening> happenings) {
    boolean limited =
        linked.effects(call).joins().stream().allMatch(joins -> joins.timeout().isPresent());
    return happenings.stream().map(happening -> wait(happening, limited)).toList();
  }

  private static Happening wait(Happening happening, boolean limited) {
    return happening instanceof Happening.Waits waits && waits.kind().outside()
        ? new Happening.Waits(Kind.LOCK, waits.nanos(), limited, waits.chain())
        : happening;
  }
}
