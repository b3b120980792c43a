package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions that a method hands to what runs them for each element: {@code forEach}, a
 * comparator, the stages of a stream.
 */
final class ElementFunctions {

  private final Linked linked;

  ElementFunctions(Linked linked) {
    this.linked = linked;
  }

  /** Their bodies, in order of appearance. */
  List<MethodRef> of(MethodFacts method) {
    List<MethodRef> bodies = new ArrayList<>();
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          bodies.addAll(of(method, call));
        }
      }
    }
    return bodies;
  }

  private List<MethodRef> of(MethodFacts method, Op.Call call) {
    return linked.effects(call).callsBack().stream()
        .filter(back -> repeats(back.times()))
        .flatMap(back -> linked.tasks(method, call, back.callback(), back.via()).stream())
        .map(MethodFacts::ref)
        .toList();
  }

  private static boolean repeats(Effect.Times times) {
    return switch (times) {
      case EACH, SORTING, LAZY -> true;
      case ONCE, MAYBE, MISS, ERROR -> false;
    };
  }
}
