package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells methods that change what is shared under a lock: who takes one expects others. Only the
 * order in which they come is then in nobody's hand.
 */
final class Guarded {

  /** A public method commonly leaves the locking to what it calls first. */
  private static final int DEEP = 2;

  private final Linked linked;
  private final Summaries summaries;

  Guarded(Linked linked, Summaries summaries) {
    this.linked = linked;
    this.summaries = summaries;
  }

  /** Whether what a method changes is changed under a lock that it takes. */
  boolean changes(MethodFacts method) {
    return changes(method, DEEP);
  }

  private boolean changes(MethodFacts method, int deep) {
    if (takesLock(linked, method)) {
      return true;
    }
    List<MethodFacts> changing =
        method.calls().stream()
            .flatMap(call -> linked.targets(method, call).bodies().stream())
            .filter(this::changesAnything)
            .toList();
    return deep > 0
        && !writes(method)
        && !changing.isEmpty()
        && changing.stream().allMatch(callee -> changes(callee, deep - 1));
  }

  private boolean changesAnything(MethodFacts method) {
    Tally tally = summaries.of(method);
    return !tally.writes.isEmpty() || !tally.changes.isEmpty();
  }

  /** Whether a method takes a lock itself; permits of a semaphore guard nothing. */
  static boolean takesLock(Linked linked, MethodFacts method) {
    return method.isSynchronized()
        || ops(method)
            .anyMatch(
                op ->
                    op instanceof Op.MonitorEnter
                        || (op instanceof Op.Call call && locks(linked, call)));
  }

  private static boolean locks(Linked linked, Op.Call call) {
    return linked.effects(call).acquires().stream()
        .anyMatch(acquires -> acquires.side() != Effect.Side.SEMAPHORE);
  }

  private static boolean writes(MethodFacts method) {
    return ops(method).anyMatch(op -> op instanceof Op.FieldWrite || op instanceof Op.ArrayWrite);
  }

  private static Stream<Op> ops(MethodFacts method) {
    return method.blocks().stream().flatMap(block -> block.ops().stream());
  }
}
