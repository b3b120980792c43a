package dev.concur.lock;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of one method by id, and the values behind its phis. */
final class Ops {

  private final MethodFacts method;
  private final Map<Integer, Op> byId = new HashMap<>();
  private final Map<Integer, Integer> blockOf = new HashMap<>();

  Ops(MethodFacts method) {
    this.method = method;
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        byId.put(op.id(), op);
        blockOf.put(op.id(), block.index());
      }
    }
  }

  MethodFacts method() {
    return method;
  }

  Optional<Op> op(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Op.Call> call(int id) {
    return op(id).filter(Op.Call.class::isInstance).map(Op.Call.class::cast);
  }

  /** The block an operation is in; the entry for operations that stand for the whole method. */
  int blockOf(int id) {
    return blockOf.getOrDefault(id, 0);
  }

  /** The values that meet in this one, phis resolved; the value itself when it is none. */
  Set<Value> inputs(Value value) {
    Set<Value> found = new LinkedHashSet<>();
    collect(value, found, new LinkedHashSet<>());
    return found;
  }

  private void collect(Value value, Set<Value> found, Set<Value> seen) {
    if (!(value instanceof Value.Phi phi)) {
      found.add(value);
      return;
    }
    if (seen.add(phi)) {
      List<List<Value>> phis = method.phis();
      phis.get(phi.index()).forEach(input -> collect(input, found, seen));
    }
  }

  /** The branch that ends a block. */
  static Optional<Op.Branch> branch(Block block) {
    List<Op> ops = block.ops();
    return ops.isEmpty() || !(ops.get(ops.size() - 1) instanceof Op.Branch branch)
        ? Optional.empty()
        : Optional.of(branch);
  }
}
