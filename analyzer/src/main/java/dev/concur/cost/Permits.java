package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many a semaphore, a queue that things are borrowed from, or a pool of connections lets
 * through at once, where a constant says so.
 */
final class Permits {

  // HikariCP; Commons DBCP; Tomcat and older DBCP; c3p0.
  private static final Set<String> SIZES_A_POOL =
      Set.of("setMaximumPoolSize", "setMaxTotal", "setMaxActive", "setMaxPoolSize");

  private static final Set<String> GIVE_BACK = Set.of("put", "add", "offer", "addFirst", "push");

  private static final String CONNECTION = ")Ljava/sql/Connection;";

  private final Linked linked;
  private @Nullable OptionalInt pool;

  Permits(Linked linked) {
    this.linked = linked;
  }

  /** The fewest permits of a semaphore that this method takes; empty when it takes none. */
  OptionalInt of(MethodFacts method) {
    OptionalInt borrowed = connections(method);
    return borrowed.isPresent() ? borrowed : taken(method);
  }

  /** The size of the pool when this method borrows a connection and all pools have one size. */
  private OptionalInt connections(MethodFacts method) {
    boolean borrows =
        method.calls().stream().anyMatch(call -> call.callee().descriptor().endsWith(CONNECTION));
    return borrows ? size() : OptionalInt.empty();
  }

  private OptionalInt size() {
    if (pool == null) {
      pool = poolSize();
    }
    return pool;
  }

  private OptionalInt poolSize() {
    Set<Integer> sizes =
        linked.roots().stream()
            .flatMap(root -> root.calls().stream())
            .filter(call -> SIZES_A_POOL.contains(call.callee().name()))
            .flatMap(call -> call.arguments().stream().skip(1).limit(1))
            .flatMap(size -> constant(size).stream())
            .collect(Collectors.toSet());
    return sizes.size() == 1 ? OptionalInt.of(sizes.iterator().next()) : OptionalInt.empty();
  }

  private OptionalInt taken(MethodFacts method) {
    return method.calls().stream()
        .filter(call -> takesPermit(call) || borrows(method, call))
        .flatMap(call -> call.receiver().stream())
        .flatMap(semaphore -> linked.origins(method, semaphore).stream())
        .flatMap(origin -> permits(origin).stream())
        .mapToInt(Integer::intValue)
        .min();
  }

  private boolean takesPermit(Op.Call call) {
    return linked.effects(call).acquires().stream()
        .anyMatch(acquires -> acquires.side() == Effect.Side.SEMAPHORE);
  }

  /** A call that waits until a queue has something to lend, which the same method gives back. */
  private static boolean borrows(MethodFacts method, Op.Call call) {
    return ofQueue(call, Set.of("take"))
        && method.calls().stream().anyMatch(back -> ofQueue(back, GIVE_BACK));
  }

  private static boolean ofQueue(Op.Call call, Set<String> names) {
    return names.contains(call.callee().name())
        && call.callee().owner().matches("java\\.util\\.concurrent\\.\\w*(Queue|Deque)");
  }

  private static Optional<Integer> constant(Value value) {
    return value instanceof Value.Constant said && said.value() instanceof Integer number
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Optional<Integer> permits(Origin origin) {
    return origin.in().calls().stream()
        .filter(call -> call.callee().constructor())
        .filter(call -> call.arguments().get(0).equals(origin.value()))
        .flatMap(call -> call.arguments().stream().skip(1).limit(1))
        .flatMap(argument -> constant(argument).stream())
        .findFirst();
  }
}
