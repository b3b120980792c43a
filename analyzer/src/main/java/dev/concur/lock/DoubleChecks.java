package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds locks that are taken only after a question was answered without them, and that ask it again
 * once they have it: {@code if (due()) synchronized (lock) { if (due()) ... }}. The daily way goes
 * past such a lock.
 *
 * <p>A question is a method that says yes or no, asked in the method that locks or in each of its
 * callers, or how far a field has grown or whether it is still null, when the field is renewed
 * under the lock. Fields that are null or false until something was done on all ways are told by
 * the paths of the blocks. Who gives up at one of the answers only checks, and goes on each time.
 */
final class DoubleChecks {

  /**
   * Going through a collection asks this at every element, and of another collection it is another.
   */
  private static final Pattern GOES_ON =
      Pattern.compile("hasNext|hasMore(Elements|Tokens)|hasRemaining");

  private final Linked linked;
  private final Returns returns;

  DoubleChecks(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
  }

  /** Whether the answer to a question keeps daily callers away from an acquisition. */
  boolean guard(Extent extent) {
    if (Overtaken.in(extent)) {
      return true;
    }
    Set<Object> inside = new LinkedHashSet<>();
    extent.inside().forEach(each -> question(each.op(), inside));
    Set<FieldRef> renewed = renewed(extent);
    inside.removeIf(each -> each instanceof FieldRef && !renewed.contains(each));
    MethodFacts in = extent.in();
    if (!extent.at().wholeMethod()) {
      return asked(in, extent.start(), inside) || catchesUp(extent);
    }
    List<CallSite> callers = inside.isEmpty() ? List.of() : linked.running(in);
    return !callers.isEmpty()
        && callers.stream().allMatch(site -> asked(site.in(), blockOf(site), inside));
  }

  private static Set<FieldRef> renewed(Extent extent) {
    return extent.inside().stream()
        .map(Extent.Inside::op)
        .filter(Op.FieldWrite.class::isInstance)
        .map(op -> ((Op.FieldWrite) op).field())
        .collect(Collectors.toSet());
  }

  /** Whether a field is set under the lock to what it was compared with before. */
  private static boolean catchesUp(Extent extent) {
    MethodFacts in = extent.in();
    for (int i = extent.start().dominator(); i >= 0; i = in.blocks().get(i).dominator()) {
      if (Ops.branch(in.blocks().get(i)).filter(branch -> closes(extent, branch)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean closes(Extent extent, Op.Branch branch) {
    return orders(branch)
        && extent.inside().stream()
            .map(Extent.Inside::op)
            .anyMatch(
                op ->
                    op instanceof Op.FieldWrite write
                        && (meets(write, branch.left(), branch.right())
                            || meets(write, branch.right(), branch.left())));
  }

  private static boolean meets(Op.FieldWrite write, Value field, Value other) {
    return field instanceof Value.FieldOf compared
        && compared.field().equals(write.field())
        && write.value().equals(other);
  }

  private static boolean orders(Op.Branch branch) {
    return branch.test() != Op.Test.EQUAL && branch.test() != Op.Test.NOT_EQUAL;
  }

  private Block blockOf(CallSite site) {
    MethodFacts in = site.in();
    return in.blocks().get(returns.ops(in).blockOf(site.call().id()));
  }

  /** Whether one of the questions decides that a block runs. */
  private static boolean asked(MethodFacts in, Block block, Set<Object> questions) {
    for (int i = block.dominator(); i >= 0; i = in.blocks().get(i).dominator()) {
      Set<Object> before = new LinkedHashSet<>();
      Ops.branch(in.blocks().get(i))
          .filter(branch -> !givesUp(in, branch))
          .ifPresent(branch -> question(branch, before));
      if (before.stream().anyMatch(questions::contains) && decides(in, i, block.index())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the ways on from a block never comes to another. */
  private static boolean decides(MethodFacts in, int from, int to) {
    return in.blocks().get(from).successors().stream().anyMatch(way -> !leads(in, way, from, to));
  }

  private static boolean leads(MethodFacts in, int start, int without, int to) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (index == to) {
        return true;
      }
      if (index != without && !seen.get(index)) {
        seen.set(index);
        open.addAll(in.blocks().get(index).successors());
      }
    }
    return false;
  }

  private static boolean givesUp(MethodFacts in, Op.Branch branch) {
    return in.blocks().get(branch.then()).path() == Path.ERROR
        || in.blocks().get(branch.otherwise()).path() == Path.ERROR;
  }

  private static void question(Op op, Set<Object> into) {
    if (!(op instanceof Op.Branch branch)) {
      return;
    }
    if (branch.left() instanceof Value.Result result
        && result.callee().descriptor().endsWith(")Z")
        && !GOES_ON.matcher(result.callee().name()).matches()) {
      into.add(result.callee());
    }
    if (branch.right() instanceof Value.Null) {
      extent(branch.left(), into);
    }
    if (orders(branch)) {
      extent(branch.left(), into);
      extent(branch.right(), into);
    }
  }

  /** The field behind a number, or behind the length of an array. */
  private static void extent(Value value, Set<Object> into) {
    Value measured = value instanceof Value.Length length ? length.array() : value;
    if (measured instanceof Value.FieldOf field) {
      into.add(field.field());
    }
  }
}
