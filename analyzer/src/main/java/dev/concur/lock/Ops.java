package dev.concur.lock;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of one method by id, and the values behind its phis. It keeps nothing: what it
 * kept would hold all that methods do in memory, however their bodies are packed.
 */
final class Ops {

  private final MethodFacts method;

  Ops(MethodFacts method) {
    this.method = method;
  }

  MethodFacts method() {
    return method;
  }

  Optional<Op.Call> call(int id) {
    return method.call(id);
  }

  /** The block an operation is in; the entry for operations that stand for the whole method. */
  int blockOf(int id) {
    return method.block(id).map(Block::index).orElse(0);
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
