package dev.concur.lock;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Local variables that note whether a lock was taken, as {@code locked} in {@code if (locked)
 * lock.unlock();} behind a {@code tryLock} with an end of its own for failure. A flow that looks at
 * one branch at a time would believe that such a method ends with the lock held.
 */
final class TakenFlags {

  private TakenFlags() {}

  /**
   * Whether a value is false or null on some ways and is set by the method itself on others: to
   * true, to the answer of the taking, or to the lock.
   */
  static boolean notes(MethodFacts method, Value tested, Acquisition held) {
    if (!(tested instanceof Value.Phi)) {
      return false;
    }
    Set<Value> inputs = new HashSet<>();
    collect(method.phis(), tested, inputs, new HashSet<>());
    return inputs.size() > 1
        && inputs.stream().anyMatch(TakenFlags::nothing)
        && inputs.stream().allMatch(value -> nothing(value) || taken(value, held));
  }

  private static boolean taken(Value value, Acquisition held) {
    return value instanceof Value.Constant
        || value.equals(held.lock())
        || (value instanceof Value.Result result && result.op() == held.op());
  }

  /** Whether a branch compares a constant, so that one of its ways is never taken. */
  static boolean settled(Value tested) {
    return tested instanceof Value.Constant && !nothing(tested);
  }

  /** Whether a block to which one way alone leads gives a lock back. */
  static boolean givesBack(
      MethodFacts method, int block, Map<Integer, List<Change>> changes, Acquisition held) {
    return method.blocks().stream().filter(each -> each.successors().contains(block)).count() == 1
        && method.blocks().get(block).ops().stream()
            .map(Op::id)
            .flatMap(id -> changes.getOrDefault(id, List.of()).stream())
            .anyMatch(
                change ->
                    change instanceof Change.Give give
                        && give.lock().equals(held.lock())
                        && give.side() == held.side());
  }

  /** False, zero or null. */
  static boolean nothing(Value value) {
    return value instanceof Value.Null
        || (value instanceof Value.Constant constant
            && constant.value() instanceof Number number
            && number.intValue() == 0);
  }

  private static void collect(
      List<List<Value>> phis, Value value, Set<Value> found, Set<Value.Phi> seen) {
    if (!(value instanceof Value.Phi phi)) {
      found.add(value);
    } else if (seen.add(phi)) {
      phis.get(phi.index()).forEach(input -> collect(phis, input, found, seen));
    }
  }
}
