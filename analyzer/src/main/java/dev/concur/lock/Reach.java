package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods from which the regions of a lock are reached, nearest first. */
final class Reach {

  /**
   * False positives sit at six and more calls (measured on real libraries); beyond that nothing is
   * claimed.
   */
  private static final int DEPTH = 6;

  /** What so many methods reach is reached by all; the rest adds nothing. */
  private static final int METHODS = 1_500;

  private final Map<MethodRef, Integer> distance = new LinkedHashMap<>();
  private final Map<MethodRef, MethodFacts> methods = new LinkedHashMap<>();

  private Reach() {}

  static Reach of(Linked linked, Collection<MethodFacts> starts) {
    Reach reach = new Reach();
    List<MethodFacts> level = new ArrayList<>();
    for (MethodFacts start : starts) {
      if (reach.add(start, 0)) {
        level.add(start);
      }
    }
    for (int depth = 1; depth <= DEPTH && reach.distance.size() < METHODS; depth++) {
      List<MethodFacts> next = new ArrayList<>();
      for (MethodFacts method : level) {
        for (MethodFacts caller : linked.leading(method.ref())) {
          if (reach.add(caller, depth)) {
            next.add(caller);
          }
        }
      }
      level = next;
    }
    return reach;
  }

  private boolean add(MethodFacts method, int depth) {
    methods.putIfAbsent(method.ref(), method);
    return distance.putIfAbsent(method.ref(), depth) == null;
  }

  boolean has(MethodRef method) {
    return distance.containsKey(method);
  }

  Collection<MethodFacts> methods() {
    return methods.values();
  }

  /** The hand-offs whose task gets there. */
  List<HandOffSite> handOffs(Linked linked) {
    return linked.handOffs().stream()
        .filter(site -> site.tasks().stream().anyMatch(task -> has(task.ref())))
        .toList();
  }
}
