package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds locks that are taken only after a question was answered without them, and that ask it again
 * once they have it: {@code if (due()) synchronized (lock) { if (due()) ... }}. The daily way goes
 * past such a lock.
 *
 * <p>Tests of fields are told by the paths of the blocks; here the question is a method, which may
 * be asked in the method that locks or in each of its callers.
 */
final class DoubleChecks {

  private final Linked linked;
  private final Returns returns;

  DoubleChecks(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
  }

  /** Whether the answer to a question keeps daily callers away from an acquisition. */
  boolean guard(Extent extent) {
    Set<MethodRef> inside = new LinkedHashSet<>();
    extent.inside().forEach(each -> question(each.op(), inside));
    if (inside.isEmpty()) {
      return false;
    }
    MethodFacts in = extent.in();
    if (!extent.at().wholeMethod()) {
      return asked(in, extent.start(), inside);
    }
    List<CallSite> callers = linked.running(in.ref());
    return !callers.isEmpty()
        && callers.stream().allMatch(site -> asked(site.in(), blockOf(site), inside));
  }

  private Block blockOf(CallSite site) {
    MethodFacts in = site.in();
    return in.blocks().get(returns.ops(in).blockOf(site.call().id()));
  }

  /** Whether one of the questions decides that a block runs. */
  private static boolean asked(MethodFacts in, Block block, Set<MethodRef> questions) {
    Set<MethodRef> before = new LinkedHashSet<>();
    for (int i = block.dominator(); i >= 0; i = in.blocks().get(i).dominator()) {
      List<Op> ops = in.blocks().get(i).ops();
      if (!ops.isEmpty()) {
        question(ops.get(ops.size() - 1), before);
      }
    }
    return before.stream().anyMatch(questions::contains);
  }

  private static void question(Op op, Set<MethodRef> into) {
    if (op instanceof Op.Branch branch
        && branch.left() instanceof Value.Result result
        && result.callee().descriptor().endsWith(")Z")) {
      into.add(result.callee());
    }
  }
}
