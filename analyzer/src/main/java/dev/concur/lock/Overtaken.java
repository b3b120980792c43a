package dev.concur.lock;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Locks for renewing what a caller saw and found stale: {@code renew(seen) { synchronized (lock) {
 * if (current != seen) return current; ... current = read(); } }}. The caller has come past the
 * cache already, and who was overtaken goes at once.
 */
final class Overtaken {

  private static final Pattern PUTS = Pattern.compile("(lazyS|s|compareAndS|getAndS)et.*");

  private Overtaken() {}

  /** Whether a lock is taken to renew what the caller has seen. */
  static boolean in(Extent extent) {
    return ops(extent)
        .filter(Op.Branch.class::isInstance)
        .map(Op.Branch.class::cast)
        .filter(branch -> branch.test() == Op.Test.EQUAL || branch.test() == Op.Test.NOT_EQUAL)
        .anyMatch(
            branch ->
                renews(extent, branch, branch.left(), branch.right())
                    || renews(extent, branch, branch.right(), branch.left()));
  }

  private static boolean renews(Extent extent, Op.Branch branch, Value current, Value seen) {
    int first = extent.in().isStatic() ? 0 : 1;
    if (!(seen instanceof Value.Parameter given) || given.index() < first) {
      return false;
    }
    Optional<Value.FieldOf> kept = kept(extent, current);
    int other = branch.test() == Op.Test.NOT_EQUAL ? branch.then() : branch.otherwise();
    return kept.isPresent()
        && handsBack(extent.in(), other, current)
        && ops(extent).anyMatch(op -> writes(op, kept.get()));
  }

  /** The field whose content this is, its own or that of the atomic reference in it. */
  private static Optional<Value.FieldOf> kept(Extent extent, Value current) {
    if (current instanceof Value.FieldOf field) {
      return Optional.of(field);
    }
    if (!(current instanceof Value.Result result)
        || !result.callee().owner().equals("java.util.concurrent.atomic.AtomicReference")) {
      return Optional.empty();
    }
    return extent.calls().stream()
        .filter(call -> call.id() == result.op())
        .flatMap(call -> call.receiver().stream())
        .filter(Value.FieldOf.class::isInstance)
        .map(Value.FieldOf.class::cast)
        .findFirst();
  }

  /** Whether a way does nothing but give the lock back and return a value. */
  private static boolean handsBack(MethodFacts in, int from, Value current) {
    Block block = in.blocks().get(from);
    boolean returns =
        block.ops().stream()
            .anyMatch(
                op -> op instanceof Op.Return back && back.value().equals(Optional.of(current)));
    List<Integer> next = block.successors();
    return returns
        || (next.size() == 1
            && next.get(0) > from
            && block.ops().stream().allMatch(Op.MonitorExit.class::isInstance)
            && handsBack(in, next.get(0), current));
  }

  private static boolean writes(Op op, Value.FieldOf kept) {
    return (op instanceof Op.FieldWrite write && write.field().equals(kept.field()))
        || (op instanceof Op.Call call
            && call.receiver().filter(kept::equals).isPresent()
            && PUTS.matcher(call.callee().name()).matches());
  }

  private static Stream<Op> ops(Extent extent) {
    return extent.inside().stream().map(Extent.Inside::op);
  }
}
