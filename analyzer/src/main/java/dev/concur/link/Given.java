package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an object is given what a method of its type sets, such as threads.
 *
 * <p>Of two objects that were both seen being made, at different places, only the one that it is
 * called on. Any other may be the one that is meant.
 */
final class Given {

  private final Linked linked;

  Given(Linked linked) {
    this.linked = linked;
  }

  /**
   * Whether the program calls a method on the object that a call is made on, with anything but
   * null.
   */
  boolean to(MethodFacts in, Op.Call call, String method) {
    Set<Origin> object = made(in, call);
    return linked.roots().stream()
        .anyMatch(
            root ->
                root.calls().stream()
                    .filter(each -> sets(each, call.callee().owner(), method))
                    .anyMatch(each -> mayBe(object, made(root, each))));
  }

  private boolean sets(Op.Call call, String type, String method) {
    return call.callee().name().equals(method)
        && linked.subtype(call.callee().owner(), type)
        && !(call.parameter(0) instanceof Value.Null);
  }

  private static boolean mayBe(Set<Origin> one, Set<Origin> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }

  /** Where the object of a call was made; empty when any of that was not seen. */
  private Set<Origin> made(MethodFacts in, Op.Call call) {
    Optional<Value> receiver = call.receiver();
    if (receiver.isEmpty()) {
      return Set.of();
    }
    Set<Origin> origins = new HashSet<>(linked.origins(in, receiver.get()));
    return origins.stream().allMatch(this::making) ? origins : Set.of();
  }

  private boolean making(Origin origin) {
    return origin.value() instanceof Value.New
        || (origin.value() instanceof Value.Result result
            && linked.facts().inJdk(result.callee().owner()));
  }
}
