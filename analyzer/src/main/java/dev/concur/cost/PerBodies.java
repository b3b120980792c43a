package dev.concur.cost;

import dev.concur.read.MethodFacts;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What is true of all bodies of a call together, found out once for each list of them.
 *
 * <p>Calls that name the same method share one list, and it may have hundreds of bodies: asking
 * each body at each call grows with the square of the program. Lists are told apart by identity.
 * One body alone is asked each time.
 */
final class PerBodies<V> {

  private final IdentityHashMap<List<MethodFacts>, V> known = new IdentityHashMap<>();
  private final Function<List<MethodFacts>, V> find;

  PerBodies(Function<List<MethodFacts>, V> find) {
    this.find = find;
  }

  synchronized V of(List<MethodFacts> bodies) {
    if (bodies.size() < 2) {
      return find.apply(bodies);
    }
    V answer = known.get(bodies);
    if (answer == null) {
      answer = find.apply(bodies);
      known.put(bodies, answer);
    }
    return answer;
  }
}
