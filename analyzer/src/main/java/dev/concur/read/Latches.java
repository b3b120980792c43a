package dev.concur.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Flags that let the first one through: {@code if (started.compareAndSet(false, true)) start();} or
 * {@code if (pending.getAndSet(false)) publish();}. A class that sets such a flag back elsewhere
 * uses it to keep others out for a while, and lets one through again and again.
 */
final class Latches {

  private static final String FLAG = "java.util.concurrent.atomic.AtomicBoolean";

  private static final Pattern WRITES =
      Pattern.compile("(set|lazySet|setPlain|setOpaque|setRelease|getAndSet|.*[cC]ompareAnd.*)");

  /** By the name of the field, what methods that are no constructors put into a flag. */
  private final Map<String, Set<Value>> put = new HashMap<>();

  Latches(Collection<Body> bodies) {
    for (Body body : bodies) {
      if (!body.constructs() && !Resets.closes(body)) {
        body.ops().forEach(ops -> ops.forEach(this::note));
      }
    }
  }

  private void note(Op op) {
    if (op instanceof Op.Call call && flag(call).isPresent() && writes(call)) {
      put.computeIfAbsent(flag(call).get().name(), name -> new HashSet<>()).add(last(call));
    }
  }

  /** Whether an edge is taken by the first one that comes, and by nobody after. */
  boolean letsOneThrough(Body body, Op.Branch branch, Op.Test test) {
    return branch.left() instanceof Value.Result answer
        && answer.callee().owner().equals(FLAG)
        && body.call(answer.op()).filter(call -> first(call, test)).isPresent();
  }

  private boolean first(Op.Call call, Op.Test test) {
    Optional<FieldRef> flag = flag(call);
    if (flag.isEmpty()
        || !writes(call)
        || !put.getOrDefault(flag.get().name(), Set.of()).equals(Set.of(last(call)))) {
      return false;
    }
    boolean yes = test == Op.Test.NOT_EQUAL;
    boolean before = !last(call).equals(new Value.Constant(1));
    return call.callee().name().equals("getAndSet") ? yes == before : yes;
  }

  private static boolean writes(Op.Call call) {
    return call.parameters() > 0 && WRITES.matcher(call.callee().name()).matches();
  }

  private static Value last(Op.Call call) {
    return call.parameter(call.parameters() - 1);
  }

  private static Optional<FieldRef> flag(Op.Call call) {
    return call.callee().owner().equals(FLAG)
            && call.receiver().orElse(null) instanceof Value.FieldOf held
        ? Optional.of(held.field())
        : Optional.empty();
  }
}
