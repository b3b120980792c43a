package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Fields that a helper of the class empties whenever it returns, and that are filled at the start
 * only: {@code if (sql != null) askOnce();} is open until it was passed once.
 */
final class Emptied {

  /** Sets an object up before its daily work; what else fills a field opens the guard again. */
  private static final Pattern SETS_UP =
      Pattern.compile("(<init>|<clinit>|init|configure|setup|setUp|start).*");

  private final Map<String, Set<String>> byMethod = new HashMap<>();
  private final Set<String> refilled = new HashSet<>();

  Emptied(Collection<Body> bodies) {
    for (Body body : bodies) {
      boolean daily = !SETS_UP.matcher(body.ref().name()).matches();
      for (int block : body.flow().order) {
        for (Op op : body.ops().get(block)) {
          if (op instanceof Op.FieldWrite write && write.value() instanceof Value.Null) {
            note(body, block, write.field());
          } else if (op instanceof Op.FieldWrite write && daily) {
            refilled.add(write.field().name());
          }
        }
      }
    }
  }

  private void note(Body body, int block, FieldRef field) {
    List<Integer> ends =
        IntStream.of(body.flow().order)
            .filter(end -> body.ops().get(end).stream().anyMatch(Op.Return.class::isInstance))
            .boxed()
            .toList();
    if (!ends.isEmpty() && ends.stream().allMatch(end -> body.flow().dominates(block, end))) {
      byMethod.computeIfAbsent(name(body.ref()), m -> new HashSet<>()).add(field.name());
    }
  }

  /** Whether a call leaves nothing in a field of its object, and nothing comes back into it. */
  boolean forGood(Op op, FieldRef field) {
    return op instanceof Op.Call call
        && call.callee().owner().equals(field.owner())
        && !refilled.contains(field.name())
        && byMethod.getOrDefault(name(call.callee()), Set.of()).contains(field.name());
  }

  private static String name(MethodRef method) {
    return method.name() + method.descriptor();
  }
}
