package dev.concur.lock;

import dev.concur.catalogue.Effect.Mode;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which locks may be held at every operation of one method.
 *
 * <p>A forward dataflow over sets of acquisitions. A lock counts as held where it may be held, so a
 * lock that is taken under a condition covers what follows under the same condition and what
 * follows without it. An attempt that failed, a resource that was tested to be null, and a variable
 * that notes that nothing was taken hold nothing.
 */
final class Holds {

  /** Shown every reachable operation with what is held before it. */
  interface Visitor {
    void visit(Block block, Op op, BitSet held);
  }

  /** Never changed. */
  private static final BitSet NONE = new BitSet(0);

  private static final @Nullable BitSet[] NOTHING = {};

  private final MethodFacts method;
  private final Map<Integer, List<Change>> changes;

  /** In the order of the ids of their operations. */
  private final ArrayList<Acquisition> acquisitions = new ArrayList<>();

  /** What was held when each of them was made; mostly nothing. */
  private @Nullable BitSet[] under = NOTHING;

  /** What is held when each block is entered. */
  private final @Nullable BitSet[] entry;

  private final List<Change.Give> unmatched = new ArrayList<>();
  private List<Change.Take> left = List.of();

  /**
   * What is given back for a while, as around a wait, and taken anew: callers have it all along.
   */
  private List<Acquisition> regained = List.of();

  private Holds(MethodFacts method, Map<Integer, List<Change>> changes) {
    this.method = method;
    this.changes = changes;
    this.entry = new BitSet[method.blocks().size()];
  }

  /**
   * Solves one method.
   *
   * @param changes what operations do to locks, by id, with values in the terms of the method
   */
  static Holds of(MethodFacts method, Map<Integer, List<Change>> changes) {
    Holds holds = new Holds(method, Map.copyOf(changes));
    if (method.isSynchronized() || !changes.isEmpty()) {
      holds.number();
      holds.solve();
      holds.summarise();
      holds.trim();
    }
    return holds;
  }

  MethodFacts method() {
    return method;
  }

  List<Acquisition> acquisitions() {
    return acquisitions;
  }

  /** Whether nothing is taken or given back here. */
  boolean isEmpty() {
    return acquisitions.isEmpty() && unmatched.isEmpty();
  }

  /** Locks that are still held at every return. */
  List<Change.Take> left() {
    return left;
  }

  /** Whether a lock taken here is left to the callers: a wrapper of lock(). */
  boolean handsOver(Acquisition taken) {
    if (regained.contains(taken)) {
      return true;
    }
    return !taken.wholeMethod()
        && taken.kind() != LockKind.MONITOR
        && Terms.portable(taken.lock())
        && left.stream()
            .anyMatch(take -> take.lock().equals(taken.lock()) && take.side() == taken.side());
  }

  /** Locks given back that were not taken here. */
  List<Change.Give> unmatched() {
    return unmatched;
  }

  /** Walks all reachable operations in the order of blocks. */
  void walk(Visitor visitor) {
    for (Block block : method.blocks()) {
      BitSet held = entry[block.index()];
      if (held != null) {
        pass(block, (BitSet) held.clone(), visitor);
      }
    }
  }

  /** What is held when a block is entered; nothing for unreachable ones. */
  BitSet at(Block block) {
    BitSet held = entry[block.index()];
    return held == null ? NONE : held;
  }

  private void number() {
    if (method.isSynchronized()) {
      Value lock =
          method.isStatic()
              ? new Value.ClassLiteral(method.ref().owner())
              : new Value.Parameter(0, "L" + method.ref().owner().replace('.', '/') + ";");
      add(
          Acquisition.WHOLE_METHOD,
          0,
          method.line(),
          new Change.Take(lock, LockKind.SYNCHRONIZED_METHOD, Side.EXCLUSIVE, Mode.BLOCKING));
    }
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        for (Change change : changes.getOrDefault(op.id(), List.of())) {
          if (change instanceof Change.Take take) {
            add(op.id(), block.index(), op.line(), take);
          }
        }
      }
    }
    under = new BitSet[acquisitions.size()];
  }

  private void add(int op, int block, int line, Change.Take take) {
    int index = acquisitions.size();
    acquisitions.add(
        new Acquisition(
            index, method, op, block, line, take.lock(), take.kind(), take.side(), take.mode()));
  }

  private void solve() {
    if (method.blocks().isEmpty()) {
      return;
    }
    BitSet first = new BitSet();
    if (method.isSynchronized()) {
      first.set(0);
    }
    entry[0] = first;
    Deque<Integer> todo = new ArrayDeque<>(List.of(0));
    while (!todo.isEmpty()) {
      Block block = method.blocks().get(todo.poll());
      BitSet state = (BitSet) at(block).clone();
      BitSet raised = (BitSet) state.clone();
      pass(block, state, (where, op, held) -> raised.or(held));
      for (int next : block.successors()) {
        flow(next, along(block, next, state), todo);
      }
      for (int handler : block.handlers()) {
        flow(handler, raised, todo);
      }
    }
  }

  private void flow(int block, BitSet state, Deque<Integer> todo) {
    BitSet held = entry[block];
    if (held == null) {
      entry[block] = (BitSet) state.clone();
      todo.add(block);
      return;
    }
    int before = held.cardinality();
    held.or(state);
    if (held.cardinality() != before && !todo.contains(block)) {
      todo.add(block);
    }
  }

  private void pass(Block block, BitSet state, Visitor visitor) {
    for (Op op : block.ops()) {
      visitor.visit(block, op, state);
      int taken = 0;
      for (Change change : changes.getOrDefault(op.id(), List.of())) {
        if (change instanceof Change.Give give) {
          give(give, state);
        } else {
          take(first(op.id()) + taken++, state);
        }
      }
    }
  }

  /** The first acquisition of an operation that makes one. */
  private int first(int op) {
    int low = 0;
    int high = acquisitions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (acquisitions.get(middle).op() < op) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void take(int index, BitSet state) {
    BitSet below = under[index];
    if (below == null && !state.isEmpty()) {
      below = new BitSet();
      under[index] = below;
    }
    if (below != null) {
      below.or(state);
      below.clear(index);
    }
    state.set(index);
  }

  private void give(Change.Give give, BitSet state) {
    BitSet same = matching(state, held -> held.lock().equals(give.lock()) && fits(held, give));
    BitSet found =
        same.isEmpty() ? matching(state, held -> fits(held, give) && vague(held, give)) : same;
    if (found.isEmpty() && !unmatched.contains(give)) {
      unmatched.add(give);
    }
    BitSet tops = (BitSet) found.clone();
    // What was already held when another of them was taken lies below it.
    found.stream().mapToObj(index -> under[index]).filter(Objects::nonNull).forEach(tops::andNot);
    state.andNot(tops);
  }

  private BitSet matching(BitSet state, Predicate<Acquisition> test) {
    BitSet found = new BitSet();
    state.stream().filter(index -> test.test(acquisitions.get(index))).forEach(found::set);
    return found;
  }

  private static boolean fits(Acquisition held, Change.Give give) {
    boolean monitor = held.kind() == LockKind.MONITOR;
    return monitor == (give.kind() == LockKind.MONITOR)
        && held.side() == give.side()
        && !held.wholeMethod();
  }

  /** Whether the two may be the same lock though they are written differently. */
  private static boolean vague(Acquisition held, Change.Give give) {
    return give.kind() == LockKind.MONITOR
        || unclear(held.lock())
        || unclear(give.lock())
        || (held.lock() instanceof Value.FieldOf a
            && give.lock() instanceof Value.FieldOf b
            && a.field().name().equals(b.field().name()));
  }

  private static boolean unclear(Value value) {
    return value instanceof Value.Phi
        || value instanceof Value.Opaque
        || value instanceof Value.Result
        || value instanceof Value.Element;
  }

  private BitSet along(Block block, int next, BitSet state) {
    return Ops.branch(block)
        .filter(branch -> branch.then() != branch.otherwise())
        .map(branch -> refuted(branch, next, state))
        .orElse(state);
  }

  /** What is still held on the edge where an attempt answered false or a resource is null. */
  private BitSet refuted(Op.Branch branch, int next, BitSet state) {
    boolean nothing = TakenFlags.nothing(branch.right());
    boolean equal = (branch.test() == Op.Test.EQUAL) == (next == branch.then());
    boolean comparesEqual = branch.test() == Op.Test.EQUAL || branch.test() == Op.Test.NOT_EQUAL;
    if (!nothing || !comparesEqual || !equal) {
      return state;
    }
    if (TakenFlags.settled(branch.left())) {
      return new BitSet();
    }
    BitSet kept = (BitSet) state.clone();
    state.stream()
        .filter(index -> answered(acquisitions.get(index), branch.left()))
        .forEach(kept::clear);
    int other = next == branch.then() ? branch.otherwise() : branch.then();
    state.stream()
        .filter(index -> noted(acquisitions.get(index), branch.left(), other))
        .forEach(kept::clear);
    return kept;
  }

  /** Whether a variable notes that a lock was taken, which it gives back in a block of its own. */
  private boolean noted(Acquisition held, Value tested, int givesBack) {
    return TakenFlags.notes(method, tested, held)
        && TakenFlags.givesBack(method, givesBack, changes, held);
  }

  private static boolean answered(Acquisition held, Value tested) {
    return (tested instanceof Value.Result result && result.op() == held.op())
        || tested.equals(held.lock());
  }

  /** Kept for each method that locks: what is held is the same in most of its blocks. */
  private void trim() {
    acquisitions.trimToSize();
    Map<BitSet, BitSet> once = new HashMap<>();
    for (int i = 0; i < entry.length; i++) {
      BitSet held = entry[i];
      if (held != null) {
        entry[i] = held.isEmpty() ? NONE : once.computeIfAbsent(held, same -> same);
      }
    }
  }

  private void summarise() {
    List<List<Acquisition>> returns = new ArrayList<>();
    unmatched.clear();
    walk(
        (block, op, held) -> {
          if (op instanceof Op.Return) {
            returns.add(held.stream().mapToObj(acquisitions::get).toList());
          }
        });
    left =
        acquisitions.stream()
            .filter(a -> a.kind() != LockKind.MONITOR && !a.wholeMethod())
            .filter(a -> !returns.isEmpty() && returns.stream().allMatch(held -> has(held, a)))
            .filter(a -> acquisitions.stream().noneMatch(other -> speaksFor(other, a)))
            .map(a -> new Change.Take(a.lock(), a.kind(), a.side(), a.mode()))
            .toList();
    List<Change.Give> lent =
        changes.values().stream()
            .flatMap(List::stream)
            .filter(Change.Give.class::isInstance)
            .map(Change.Give.class::cast)
            .filter(give -> give.kind() != LockKind.MONITOR)
            .distinct()
            .filter(give -> Balance.lends(method, changes, give))
            .toList();
    regained = acquisitions.stream().filter(held -> lent.stream().anyMatch(of(held))).toList();
    left = left.stream().filter(take -> lent.stream().noneMatch(of(take))).toList();
    unmatched.removeAll(lent);
  }

  /** Whether a lock is among those held, wherever it was taken: with or without a time limit. */
  private static boolean has(List<Acquisition> held, Acquisition taken) {
    return held.stream().anyMatch(each -> same(each, taken));
  }

  private static boolean same(Acquisition one, Acquisition other) {
    return one.lock().equals(other.lock()) && one.side() == other.side();
  }

  /**
   * Whether of two acquisitions of one lock, of which callers have one, this is what they see: the
   * one that waits, else the first.
   */
  private static boolean speaksFor(Acquisition one, Acquisition other) {
    boolean first = one.index() < other.index();
    return same(one, other) && (one.blocking() == other.blocking() ? first : one.blocking());
  }

  private static Predicate<Change.Give> of(Acquisition held) {
    return give -> held.lock().equals(give.lock()) && fits(held, give);
  }

  private static Predicate<Change.Give> of(Change.Take take) {
    return give -> take.lock().equals(give.lock()) && take.side() == give.side();
  }
}
