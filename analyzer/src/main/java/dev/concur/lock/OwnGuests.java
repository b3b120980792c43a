package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tasks that come to an object of their own each: one for each element of what a loop walks along,
 * such as a session, and the element is what the task asks. That a pool runs many of them says that
 * there are many objects, not that one of them is for all.
 */
final class OwnGuests {

  private static final Set<String> TAKES = Set.of("next", "nextElement");

  private final Linked linked;
  private final Returns returns;
  private final Crowds crowds;

  OwnGuests(Linked linked, Returns returns, Crowds crowds) {
    this.linked = linked;
    this.returns = returns;
    this.crowds = crowds;
  }

  /** Whether all tasks that were seen to come to objects of a class come so, and there are any. */
  boolean only(String type, Reach reach) {
    List<HandOffSite> sites = reach.handOffs();
    return !sites.isEmpty() && sites.stream().allMatch(site -> eachItsOwn(site, type));
  }

  private boolean eachItsOwn(HandOffSite site, String type) {
    MethodFacts in = site.in();
    List<Value.Lambda> tasks =
        site.call().arguments().stream()
            .flatMap(task -> returns.ops(in).inputs(task).stream())
            .filter(Value.Lambda.class::isInstance)
            .map(Value.Lambda.class::cast)
            .toList();
    return !tasks.isEmpty() && tasks.stream().allMatch(task -> brings(in, task, type));
  }

  /** Whether what a task takes along of the class is an element, and there is nothing else. */
  private boolean brings(MethodFacts in, Value.Lambda task, String type) {
    List<String> types = types(task);
    boolean found = false;
    for (int i = 0; i < task.captured().size() && i < types.size(); i++) {
      if (linked.subtype(type, types.get(i)) || linked.subtype(types.get(i), type)) {
        if (types.get(i).equals("java.lang.Object") || !element(in, task.captured().get(i))) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** The types of what the body of a lambda begins with, the receiver included. */
  private static List<String> types(Value.Lambda task) {
    List<String> types = Classes.parameters(task.body().descriptor());
    if (task.how() == Op.How.STATIC || task.body().constructor()) {
      return types;
    }
    List<String> all = new ArrayList<>(List.of(task.body().owner()));
    all.addAll(types);
    return all;
  }

  private boolean element(MethodFacts in, Value value) {
    return value instanceof Value.Element
        || (value instanceof Value.Result result && TAKES.contains(result.callee().name()))
        || (value instanceof Value.Parameter given
            && given.index() == in.parameterNames().size() - 1
            && crowds.ofEach(in));
  }
}
