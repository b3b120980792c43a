package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.List;
import java.util.Set;

/**
 * Tells internal iteration: a collection, a map or an iterator that hands each of its elements to a
 * function, which is a loop in one call, as {@code Iterable.forEach} or {@code List.replaceAll}. So
 * is the walk of a tree of files, where the visitor does nothing about folders and always goes on.
 */
final class Inner {

  private static final String FILES = "java.nio.file.Files";

  /** What a visitor does about files; about folders it prepares for them, or clears up. */
  private static final Set<String> ABOUT_FILES = Set.of("visitFile", "visitFileFailed");

  private Inner() {}

  /** Whether a call is such a loop; a stream has stages beside it and is another matter. */
  static boolean loops(Linked linked, MethodFacts in, Op.Call call) {
    return call.receiver().isEmpty()
        ? walksFiles(linked, in, call)
        : walks(linked, call.callee().owner())
            && linked.effects(call).callsBack().stream().anyMatch(Inner::ofEach);
  }

  private static boolean walksFiles(Linked linked, MethodFacts in, Op.Call call) {
    if (!call.callee().owner().equals(FILES) || !call.callee().name().equals("walkFileTree")) {
      return false;
    }
    List<MethodFacts> bodies =
        linked.effects(call).callsBack().stream()
            .flatMap(each -> linked.tasks(in, call, each.callback(), each.via()).stream())
            .toList();
    return !bodies.isEmpty()
        && bodies.stream()
            .allMatch(body -> ABOUT_FILES.contains(body.ref().name()) && goesOn(body));
  }

  private static boolean goesOn(MethodFacts visit) {
    return visit.blocks().stream()
        .map(Block::ops)
        .flatMap(List::stream)
        .noneMatch(
            op -> op instanceof Op.FieldRead read && read.field().name().equals("TERMINATE"));
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
