package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods of a class that never return: helpers that make an exception and throw it.
 *
 * <p>What calls one of them takes an error path, as if it threw itself.
 */
final class Throwers {

  private final Set<MethodRef> methods = new HashSet<>();

  Throwers(Collection<Body> bodies) {
    for (Body body : bodies) {
      List<Op> all = body.ops().stream().flatMap(List::stream).toList();
      boolean raises = all.stream().anyMatch(Op.Throw.class::isInstance);
      if (raises && all.stream().noneMatch(Op.Return.class::isInstance)) {
        methods.add(body.ref());
      }
    }
  }

  /** Whether this is a call that never comes back. */
  boolean has(Op op) {
    return op instanceof Op.Call call
        && (call.how() == Op.How.STATIC || call.how() == Op.How.SPECIAL)
        && methods.contains(call.callee());
  }
}
