package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.read.Op;
import java.util.List;

/**
 * Questions that are sent under a lock and answered while it is free: many who share one connection
 * write to it in turn, and each waits by itself until a reader has its answer. Who sends holds the
 * lock for the sending only.
 */
final class Questions {

  /** From the question to its answer, over a network; ns. As long as advice takes a request for. */
  static final Interval ANSWER = new Interval(2e5, 5e6, 1e9);

  private final Linked linked;

  Questions(Linked linked) {
    this.linked = linked;
  }

  /** Whether something was said to the outside before. */
  static boolean sent(List<Happening> before) {
    return before.stream()
        .anyMatch(each -> each instanceof Happening.Waits wait && wait.kind().outside());
  }

  /** How long the lock is free, at a signal that is waited for after these happenings. */
  static Interval free(List<Happening> before) {
    return sent(before) ? ANSWER : Interval.ZERO;
  }

  /**
   * Whether its method waits for another thread after the region, for a handle or a signal, and not
   * inside.
   */
  boolean answeredAfter(Extent extent) {
    int last = extent.inside().stream().mapToInt(inside -> inside.op().id()).max().orElse(0);
    return extent.in().calls().stream().filter(call -> call.id() > last).anyMatch(this::awaits);
  }

  private boolean awaits(Op.Call call) {
    return !linked.effects(call).joins().isEmpty() || linked.effects(call).has(Effect.Awaits.class);
  }
}
