package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.read.Op;

/**
 * Tells internal iteration: a collection, a map or an iterator that hands each of its elements to a
 * function, which is a loop in one call, as {@code Iterable.forEach} or {@code List.replaceAll}.
 */
final class Inner {

  private Inner() {}

  /** Whether a call is such a loop; a stream has stages beside it and is another matter. */
  static boolean loops(Linked linked, Op.Call call) {
    return call.receiver().isPresent()
        && walks(linked, call.callee().owner())
        && linked.effects(call).callsBack().stream().anyMatch(Inner::ofEach);
  }

  private static boolean ofEach(Effect.CallsBack effect) {
    return effect.times() == Effect.Times.EACH && effect.of().isEmpty();
  }

  private static boolean walks(Linked linked, String type) {
    return linked.subtype(type, "java.lang.Iterable")
        || linked.subtype(type, "java.util.Map")
        || linked.subtype(type, "java.util.Iterator");
  }
}
