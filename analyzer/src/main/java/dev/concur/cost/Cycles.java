package dev.concur.cost;

import dev.concur.read.MethodFacts;
import dev.concur.read.MethodSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds methods that call each other in a circle while they are gone through depth first.
 *
 * <p>A method is entered, meets what it calls, and is left; whoever is left last of its circle gets
 * all of it (Tarjan 1972).
 */
final class Cycles {

  private final MethodSet known = new MethodSet();
  private int entered;

  /** Of methods in circles that are not complete: when each was entered, from 0. */
  private final Map<MethodFacts, Integer> order = new HashMap<>();

  /** Of the same: the first entered that leads back to them. */
  private final Map<MethodFacts, Integer> lowest = new HashMap<>();

  private final Deque<MethodFacts> open = new ArrayDeque<>();
  private final Deque<MethodFacts> path = new ArrayDeque<>();
  private final Set<MethodFacts> callItself = new HashSet<>();

  void enter(MethodFacts method) {
    known.add(method);
    lowest.put(method, entered);
    order.put(method, entered);
    entered++;
    open.push(method);
    path.push(method);
  }

  /** The method that was entered last calls this one. */
  void meets(MethodFacts called) {
    MethodFacts caller = path.peek();
    if (caller != null && lowest.containsKey(called)) {
      lowest.merge(caller, order.getOrDefault(called, 0), Math::min);
      if (caller.equals(called)) {
        callItself.add(caller);
      }
    }
  }

  /** The circle that is complete with this method; empty when there is none or not yet. */
  List<MethodFacts> leave(MethodFacts method) {
    path.pop();
    int low = lowest.getOrDefault(method, 0);
    if (low < order.getOrDefault(method, 0)) {
      lowest.merge(path.element(), low, Math::min);
      return List.of();
    }
    List<MethodFacts> circle = new ArrayList<>();
    do {
      circle.add(open.element());
      order.remove(open.element());
      lowest.remove(open.pop());
    } while (lowest.containsKey(method));
    return circle.size() > 1 || callItself.contains(method) ? circle : List.of();
  }

  /** Whether a method was gone through already. */
  boolean knows(MethodFacts method) {
    return known.has(method);
  }
}
