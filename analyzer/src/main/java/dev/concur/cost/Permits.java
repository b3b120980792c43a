package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** How many a semaphore lets through at once, where a constant says so. */
final class Permits {

  private final Linked linked;

  Permits(Linked linked) {
    this.linked = linked;
  }

  /** The fewest permits of a semaphore that this method takes; empty when it takes none. */
  OptionalInt of(MethodFacts method) {
    return method.calls().stream()
        .filter(this::takesPermit)
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

  private static Optional<Integer> permits(Origin origin) {
    return origin.in().calls().stream()
        .filter(call -> call.callee().constructor())
        .filter(call -> call.arguments().get(0).equals(origin.value()))
        .flatMap(call -> call.arguments().stream().skip(1).limit(1))
        .filter(Value.Constant.class::isInstance)
        .map(argument -> ((Value.Constant) argument).value())
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .findFirst();
  }
}
