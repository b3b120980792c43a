package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which locks are taken while another is held, with the calls that show it. */
final class Order {

  /** Calls down from a region. */
  private static final int DEPTH = 4;

  /** Methods looked at per region. */
  private static final int METHODS = 200;

  /** What one of more bodies does proves nothing of the objects that meet here. */
  private static final int BODIES = 2;

  private record Todo(MethodFacts method, List<Spot> chain) {}

  private final Linked linked;
  private final Map<MethodRef, Map<Acquisition, List<LockName>>> taken;

  /**
   * @param taken the acquisitions of each method and what they take
   */
  Order(Linked linked, Map<MethodRef, Map<Acquisition, List<LockName>>> taken) {
    this.linked = linked;
    this.taken = taken;
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
    Set<LockName> held = new HashSet<>();
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
    taken
        .getOrDefault(extent.in().ref(), Map.of())
        .forEach(
            (at, names) -> {
              boolean inside =
                  extent.inside().stream()
                      .anyMatch(each -> each.op().id() == at.op() && repeated(each.block()));
              if (inside) {
                note(names, held, List.of(at.spot()), found);
              }
            });
    Deque<Todo> todo = new ArrayDeque<>();
    for (Extent.Inside inside : extent.inside()) {
      if (inside.op() instanceof Op.Call call && repeated(inside.block())) {
        follow(extent.in(), call, List.of(), todo);
      }
    }
    Set<MethodRef> seen = new HashSet<>();
    while (!todo.isEmpty() && seen.size() < METHODS) {
      Todo next = todo.poll();
      if (!seen.add(next.method.ref())) {
        continue;
      }
      taken
          .getOrDefault(next.method.ref(), Map.of())
          .forEach(
              (at, names) -> {
                if (at.wholeMethod() || repeated(next.method.blocks().get(at.block()))) {
                  note(names, held, with(next.chain, at.spot()), found);
                }
              });
      if (next.chain.size() < DEPTH) {
        for (Block block : next.method.blocks()) {
          for (Op op : repeated(block) ? block.ops() : List.<Op>of()) {
            if (op instanceof Op.Call call) {
              follow(next.method, call, next.chain, todo);
            }
          }
        }
      }
    }
  }

  /** One of several locks proves no order: it may be the same one at both places. */
  private static boolean certain(List<LockName> names) {
    return names.size() == 1;
  }

  /** What is passed once, behind a guard that closes, does not meet itself the other way round. */
  private static boolean repeated(Block block) {
    return block.path() != Path.ONCE;
  }

  private void follow(MethodFacts in, Op.Call call, List<Spot> chain, Deque<Todo> todo) {
    List<Spot> longer =
        with(
            chain,
            in.spot(
                call.line(), "calls " + call.callee().simpleOwner() + "." + call.callee().name()));
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    if (bodies.size() <= BODIES) {
      bodies.forEach(body -> todo.add(new Todo(body, longer)));
    }
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
