package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods of a class that never return: helpers that make an exception and throw it, or say
 * what is wrong and end the process.
 *
 * <p>What calls one of them takes an error path, as if it threw itself.
 */
final class Throwers {

  private static final Set<String> ENDS = Set.of("java.lang.System", "java.lang.Runtime");

  private final Set<MethodRef> methods = new HashSet<>();

  Throwers(Collection<Body> bodies) {
    for (Body body : bodies) {
      List<Op> all = body.ops().stream().flatMap(List::stream).toList();
      boolean raises = all.stream().anyMatch(Op.Throw.class::isInstance);
      boolean throwsAlways = raises && all.stream().noneMatch(Op.Return.class::isInstance);
      if (throwsAlways || body.ops().get(0).stream().anyMatch(Throwers::fails)) {
        methods.add(body.ref());
      }
    }
  }

  /** Whether this is a call that never comes back, since something is wrong. */
  boolean has(Op op) {
    return op instanceof Op.Call call
        && (fails(call)
            || ((call.how() == Op.How.STATIC || call.how() == Op.How.SPECIAL)
                && methods.contains(call.callee())));
  }

  /** Whether it ends the process with a status that is known and not zero, that of a failure. */
  private static boolean fails(Op op) {
    return op instanceof Op.Call call
        && ENDS.contains(call.callee().owner())
        && (call.callee().name().equals("exit") || call.callee().name().equals("halt"))
        && call.arguments().get(call.arguments().size() - 1) instanceof Value.Constant status
        && !status.value().equals(0);
  }
}
