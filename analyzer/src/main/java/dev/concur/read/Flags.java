package dev.concur.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What becomes of a flag that was tested: set for good when the method returns, or set back. */
final class Flags {

  private final Body body;
  private final Flow flow;

  Flags(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** Whether the flag is set back on the way on, as one is that only keeps recursion out. */
  boolean opensAgain(FieldRef tested, Value guard, boolean open, int to) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> todo = new ArrayDeque<>(List.of(to));
    while (!todo.isEmpty()) {
      int block = todo.pop();
      if (!seen.add(block)) {
        continue;
      }
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.FieldWrite write
            && write.field().sameAs(tested)
            && write.value() instanceof Value.Constant
            && write.value().equals(guard) == open) {
          return true;
        }
      }
      IntStream.of(flow.successors[block]).forEach(todo::push);
    }
    return false;
  }

  /** Whether whatever returns has set the flag behind this edge, so that the test fails then. */
  boolean settledAtTheEnd(FieldRef tested, Value guard, boolean open, int to) {
    boolean settled = false;
    for (int block : flow.loopOf[to] < 0 ? flow.order : new int[0]) {
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.FieldWrite write && write.field().sameAs(tested)) {
          boolean closes = write.value() instanceof Value.Constant;
          if (!closes || write.value().equals(guard) == open) {
            return false;
          }
          settled |= !flow.dominates(block, to) && alwaysBeforeReturning(block);
        }
      }
    }
    return settled;
  }

  private boolean alwaysBeforeReturning(int block) {
    List<Integer> ends =
        IntStream.of(flow.order)
            .filter(end -> body.ops().get(end).stream().anyMatch(Op.Return.class::isInstance))
            .boxed()
            .toList();
    return !ends.isEmpty() && ends.stream().allMatch(end -> flow.dominates(block, end));
  }
}
