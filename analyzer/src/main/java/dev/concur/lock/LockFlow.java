package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.MethodSet;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which locks are held where, in all methods.
 *
 * <p>Every method is solved once with what its callees are known to leave held or to give back;
 * when that changes for a method, its callers are solved again. Wrappers are shallow, so few are.
 * What libraries do to locks of the JDK is solved as well, for the sake of those who call it.
 */
final class LockFlow {

  /**
   * A method whose summary keeps changing is part of a recursion of wrappers; what we have is
   * enough.
   */
  private static final int ROUNDS = 6;

  /** The package of the locks that a method can leave held for its callers. */
  private static final String LOCKS = "java.util.concurrent.";

  private final Linked linked;
  private final Map<MethodRef, Summary> summaries = new HashMap<>();
  private final Map<MethodRef, Holds> solved = new LinkedHashMap<>();
  private final PerMethod<Integer> rounds = new PerMethod<>();
  private final LockChanges changes;

  private LockFlow(Linked linked, Returns returns, BusyFlags flags) {
    this.linked = linked;
    this.changes = new LockChanges(linked, returns, flags, this::summary);
  }

  static LockFlow of(
      Linked linked, Returns returns, BusyFlags flags, Collection<MethodFacts> methods) {
    LockFlow flow = new LockFlow(linked, returns, flags);
    Deque<MethodFacts> todo = new ArrayDeque<>(methods);
    linked.reached().stream()
        .filter(method -> !linked.facts().isRoot(method.ref().owner()))
        .filter(LockFlow::locks)
        .forEach(todo::add);
    MethodSet waiting = new MethodSet();
    todo.forEach(waiting::add);
    while (!todo.isEmpty()) {
      MethodFacts method = todo.remove();
      waiting.remove(method);
      if (flow.solve(method)) {
        for (CallSite site : linked.callers(method)) {
          if (waiting.add(site.in())) {
            todo.add(site.in());
          }
        }
      }
    }
    return flow;
  }

  private static boolean locks(MethodFacts method) {
    return method.calls().stream().map(Op.Call::callee).anyMatch(LockFlow::locks);
  }

  private static boolean locks(MethodRef callee) {
    return callee.owner().startsWith(LOCKS)
        && callee.name().matches("(try|un)?[lL]ock\\w*|acquire\\w*|tryAcquire|release");
  }

  /** The methods of the roots that take or give back locks, in the order they were given. */
  List<Holds> holds() {
    return solved.values().stream()
        .filter(holds -> !holds.isEmpty())
        .filter(holds -> linked.facts().isRoot(holds.method().ref().owner()))
        .toList();
  }

  /** The same with those of libraries. */
  Collection<Holds> all() {
    return solved.values();
  }

  private Summary summary(MethodRef method) {
    return summaries.getOrDefault(method, Summary.NOTHING);
  }

  /** Solves one method; answers whether its callers must know. */
  private boolean solve(MethodFacts method) {
    int round = rounds.computeIfAbsent(method, first -> 0) + 1;
    rounds.put(method, round);
    if (round > ROUNDS) {
      return false;
    }
    Holds holds = Holds.of(method, changes.of(method));
    if (holds.isEmpty()) {
      return false;
    }
    solved.put(method.ref(), holds);
    Summary before = summary(method.ref());
    Summary after = changes.summary(holds);
    summaries.put(method.ref(), after);
    return !after.equals(before);
  }
}
