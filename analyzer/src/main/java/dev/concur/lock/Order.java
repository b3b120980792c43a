package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which locks are taken while another is held, with the calls that show it. Who only tries to take
 * one goes on without it: nobody waits there for ever.
 */
final class Order {

  /** Calls down from a region. */
  private static final int DEPTH = 4;

  /** Methods looked at per region. */
  private static final int METHODS = 200;

  private static final Value NOT_FOLLOWED = new Value.Opaque("");

  /** What one of more bodies does proves nothing of the objects that meet here. */
  private static final int BODIES = 2;

  /**
   * @param given what it is called with, in the words of the method in which the lock is held
   * @param making the classes of objects that are being made: no other thread has these
   */
  private record Todo(
      MethodFacts method, List<Spot> chain, List<Value> given, Set<String> making) {}

  private final Linked linked;
  private final Returns returns;
  private final Map<MethodRef, Map<Acquisition, List<LockName>>> taken;
  private final HeldByCallers callers;

  /**
   * @param taken the acquisitions of each method and what they take
   */
  Order(
      Linked linked,
      Returns returns,
      Map<MethodRef, Map<Acquisition, List<LockName>>> taken,
      HeldByCallers callers) {
    this.linked = linked;
    this.returns = returns;
    this.taken = taken;
    this.callers = callers;
  }

  /** The locks taken while one is held, by name. */
  Map<String, List<Spot>> inside(List<Extent> extents, LockName held) {
    Map<String, List<Spot>> found = new TreeMap<>();
    for (Extent extent : extents) {
      List<LockName> names =
          taken.getOrDefault(extent.in().ref(), Map.of()).getOrDefault(extent.at(), List.of());
      if (certain(names)) {
        Map<String, List<Spot>> here = new TreeMap<>();
        collect(extent, held, here);
        heldBefore(extent).forEach(name -> here.remove(name.text()));
        here.forEach(found::putIfAbsent);
      }
    }
    return found;
  }

  /** The locks that were held when this one was taken: taking them again changes no order. */
  private Set<LockName> heldBefore(Extent extent) {
    Set<LockName> held = new HashSet<>(callers.of(extent.in()));
    Acquisition at = extent.at();
    if (at.wholeMethod()) {
      return held;
    }
    taken
        .getOrDefault(extent.in().ref(), Map.of())
        .forEach(
            (other, names) -> {
              boolean earlier = other.block() == at.block() && other.op() < at.op();
              if (earlier || extent.holds().at(extent.start()).get(other.index())) {
                held.addAll(names);
              }
            });
    return held;
  }

  /** Adds the locks taken inside an extent, by name. */
  private void collect(Extent extent, LockName held, Map<String, List<Spot>> found) {
    Meeting meeting = new Meeting(linked, held, returns.simplest(extent.in(), extent.at().lock()));
    taken
        .getOrDefault(extent.in().ref(), Map.of())
        .forEach(
            (at, names) -> {
              boolean inside =
                  extent.inside().stream()
                      .anyMatch(each -> each.op().id() == at.op() && repeated(each.block()));
              if (inside
                  && at.blocking()
                  && meeting.possible(names, returns.simplest(at.in(), at.lock()))) {
                note(names, held, List.of(at.spot()), found);
              }
            });
    Deque<Todo> todo = new ArrayDeque<>();
    Todo start = new Todo(extent.in(), List.of(), List.of(), Set.of());
    for (Extent.Inside inside : extent.inside()) {
      if (inside.op() instanceof Op.Call call && repeated(inside.block())) {
        follow(start, call, todo);
      }
    }
    Set<MethodRef> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < METHODS) {
      Todo next = todo.poll();
      if (seen.add(next.method.ref())) {
        below(next, meeting, found);
        deeper(next, todo);
      }
    }
  }

  /** What a method takes that is called with a lock held. */
  private void below(Todo next, Meeting meeting, Map<String, List<Spot>> found) {
    taken
        .getOrDefault(next.method.ref(), Map.of())
        .forEach(
            (at, names) -> {
              boolean often =
                  at.blocking()
                      && (at.wholeMethod() || repeated(next.method.blocks().get(at.block())));
              Value lock = inWordsOf(next, returns.simplest(next.method, at.lock()));
              if (often && !ofNewOne(names, next.making) && meeting.possible(names, lock)) {
                note(names, meeting.held(), with(next.chain, at.spot()), found);
              }
            });
  }

  private void deeper(Todo next, Deque<Todo> todo) {
    if (next.chain.size() >= DEPTH) {
      return;
    }
    for (Block block : next.method.blocks()) {
      for (Op op : repeated(block) ? block.ops() : List.<Op>of()) {
        if (op instanceof Op.Call call) {
          follow(next, call, todo);
        }
      }
    }
  }

  /** A value of a callee, as the method that holds the lock would say it. */
  private static Value inWordsOf(Todo todo, Value value) {
    return Terms.inCaller(value, todo.given).orElse(NOT_FOLLOWED);
  }

  /** Whether it is a lock of an object that is being made. */
  private boolean ofNewOne(List<LockName> names, Set<String> making) {
    return names.stream()
        .flatMap(name -> Evidence.owner(name).stream())
        .anyMatch(owner -> making.stream().anyMatch(made -> linked.subtype(made, owner)));
  }

  /** One of several locks proves no order: it may be the same one at both places. */
  private static boolean certain(List<LockName> names) {
    return names.size() == 1;
  }

  /** What is passed once, behind a guard that closes, does not meet itself the other way round. */
  private static boolean repeated(Block block) {
    return block.path() != Path.ONCE;
  }

  private void follow(Todo from, Op.Call call, Deque<Todo> todo) {
    MethodFacts in = from.method;
    List<Spot> longer =
        with(
            from.chain,
            in.spot(
                call.line(), "calls " + call.callee().simpleOwner() + "." + call.callee().name()));
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    if (bodies.size() <= BODIES) {
      List<Value> given = call.arguments().stream().map(value -> passed(from, value)).toList();
      Set<String> making = new HashSet<>(from.making);
      if (call.callee().constructor()) {
        making.add(call.callee().owner());
      }
      bodies.forEach(body -> todo.add(new Todo(body, longer, given, making)));
    }
  }

  /** What is passed on; the method that holds the lock speaks for itself. */
  private Value passed(Todo from, Value value) {
    Value simple = returns.simplest(from.method, value);
    return from.chain.isEmpty() ? simple : inWordsOf(from, simple);
  }

  private static void note(
      List<LockName> names, LockName held, List<Spot> chain, Map<String, List<Spot>> found) {
    for (LockName name : certain(names) ? names : List.<LockName>of()) {
      boolean known = !(name instanceof LockName.Unresolved || name instanceof LockName.Fresh);
      if (known && !name.equals(held)) {
        found.putIfAbsent(name.text(), chain);
      }
    }
  }

  private static List<Spot> with(List<Spot> chain, Spot next) {
    List<Spot> longer = new ArrayList<>(chain);
    longer.add(next);
    return longer;
  }
}
