package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods from which the regions of a lock are reached. */
final class Reach {

  /**
   * False positives sit at six and more calls (measured on real libraries); beyond that nothing is
   * claimed.
   */
  private static final int DEPTH = 6;

  /** What so many methods reach is reached by all; the rest adds nothing. */
  private static final int METHODS = 1_500;

  private final Linked linked;
  private final List<MethodFacts> starts;
  private @Nullable Set<MethodFacts> methods;

  private Reach(Linked linked, List<MethodFacts> starts) {
    this.linked = linked;
    this.starts = starts;
  }

  /** Found out when it is first asked for: many locks are shared by what they are. */
  static Reach of(Linked linked, List<MethodFacts> starts) {
    return new Reach(linked, starts);
  }

  /** Whether it is about these regions as well. */
  boolean of(List<MethodFacts> others) {
    return starts.equals(others);
  }

  /** Whether all regions are in one method. */
  boolean beginsOnlyIn(MethodFacts method) {
    return starts.stream().allMatch(method::equals);
  }

  private static Set<MethodFacts> find(Linked linked, List<MethodFacts> starts) {
    Set<MethodFacts> found = new HashSet<>();
    List<MethodFacts> level = new ArrayList<>();
    for (MethodFacts start : starts) {
      if (found.add(start)) {
        level.add(start);
      }
    }
    for (int depth = 1; depth <= DEPTH && found.size() < METHODS; depth++) {
      List<MethodFacts> next = new ArrayList<>();
      for (MethodFacts method : level) {
        for (MethodFacts caller : linked.leading(method)) {
          if (found.add(caller)) {
            next.add(caller);
          }
        }
        for (Origin made : linked.lambdas(method.ref())) {
          if (runsThere(linked, made) && found.add(made.in())) {
            next.add(made.in());
          }
        }
      }
      level = next;
    }
    return found;
  }

  /** Whether a function is run where it is made, by the call that it is given to. */
  private static boolean runsThere(Linked linked, Origin made) {
    return made.in().calls().stream()
        .filter(call -> call.arguments().contains(made.value()))
        .map(linked::effects)
        .anyMatch(effects -> !effects.callsBack().isEmpty() && effects.starts().isEmpty());
  }

  boolean has(MethodFacts method) {
    return methods().contains(method);
  }

  private Set<MethodFacts> methods() {
    Set<MethodFacts> known = methods;
    if (known == null) {
      known = find(linked, starts);
      methods = known;
    }
    return known;
  }

  /** The hand-offs whose task gets there. */
  List<HandOffSite> handOffs() {
    return linked.handOffs().isEmpty() ? List.of() : linked.handOffs(methods());
  }
}
