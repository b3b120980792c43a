package dev.concur.lock;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * How often one lock is held by a method more or less than when it was called.
 *
 * <p>A forward dataflow over sets of levels. It tells a method that gives a lock back for a while,
 * as around a wait, from one that gives it back for good: the first is below the level at which it
 * was called, and never when it returns.
 */
final class Balance {

  /** The level at which a method is called; levels run from two less to two more. */
  private static final int CALLED = 2;

  private static final int MOST = 2 * CALLED;

  private final MethodFacts method;
  private final Map<Integer, List<Change>> changes;
  private final Change.Give lock;
  private final BitSet[] entry;
  private final BitSet seen = new BitSet();
  private final BitSet returned = new BitSet();

  private Balance(MethodFacts method, Map<Integer, List<Change>> changes, Change.Give lock) {
    this.method = method;
    this.changes = changes;
    this.lock = lock;
    this.entry = new BitSet[method.blocks().size()];
  }

  /** Whether a method gives a lock back that its callers hold, and has it again at every return. */
  static boolean lends(MethodFacts method, Map<Integer, List<Change>> changes, Change.Give lock) {
    Balance balance = new Balance(method, changes, lock);
    balance.solve();
    boolean below = balance.seen.nextSetBit(0) < CALLED;
    return below && balance.returned.cardinality() == 1 && balance.returned.get(CALLED);
  }

  private void solve() {
    Deque<Integer> todo = new ArrayDeque<>();
    BitSet start = new BitSet();
    start.set(CALLED);
    flow(0, start, todo);
    while (!todo.isEmpty()) {
      Block block = method.blocks().get(todo.poll());
      BitSet levels = (BitSet) entry[block.index()].clone();
      BitSet raised = (BitSet) levels.clone();
      for (Op op : block.ops()) {
        levels = after(op, levels);
        raised.or(levels);
      }
      for (int next : block.successors()) {
        flow(next, levels, todo);
      }
      for (int handler : block.handlers()) {
        flow(handler, raised, todo);
      }
    }
  }

  private BitSet after(Op op, BitSet before) {
    if (op instanceof Op.Return) {
      returned.or(before);
    }
    BitSet levels = before;
    for (Change change : changes.getOrDefault(op.id(), List.of())) {
      if (change.lock().equals(lock.lock()) && change.side() == lock.side()) {
        levels = moved(levels, change instanceof Change.Take ? 1 : -1);
      }
    }
    return levels;
  }

  private static BitSet moved(BitSet levels, int by) {
    BitSet moved = new BitSet();
    levels.stream().forEach(level -> moved.set(Math.max(0, Math.min(MOST, level + by))));
    return moved;
  }

  private void flow(int block, BitSet levels, Deque<Integer> todo) {
    seen.or(levels);
    BitSet known = entry[block] == null ? new BitSet() : entry[block];
    int before = known.cardinality();
    known.or(levels);
    if (entry[block] == null || known.cardinality() != before) {
      entry[block] = known;
      todo.add(block);
    }
  }
}
