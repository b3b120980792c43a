package dev.concur.cost;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what belongs to the start of a program that stays: {@code main} does it once, on its way to
 * a loop that goes on for as long as the program runs and waits in each round, or to a server that
 * it starts. What initialises a class, or makes the one object that is made where there is none
 * yet, is done once as well. It is no daily work, whatever its name is.
 */
final class StartUps {

  /**
   * ns; a program that is started once and stays may take a second for that, and who waits longer
   * would like it to be faster.
   */
  private static final double SHORT = 1e9;

  /** Calls from the main method to what is looked at; ours. */
  private static final int DEPTH = 4;

  private final Linked linked;
  private final Costs costs;
  private final Polls polls;

  StartUps(Linked linked, Costs costs, Polls polls) {
    this.linked = linked;
    this.costs = costs;
    this.polls = polls;
  }

  /**
   * Whether what begins in a block is done only then.
   *
   * @param nanos what it takes
   */
  boolean only(MethodFacts method, Block block, double nanos) {
    return nanos <= SHORT && before(method, block, DEPTH);
  }

  private boolean before(MethodFacts method, Block block, int depth) {
    if (method.ref().name().equals("<clinit>") || block.path() == Path.ONCE) {
      return true;
    }
    if (main(method)) {
      return method.loops().stream().anyMatch(loop -> leadsTo(method, block, loop))
          || (block.loop() < 0 && servesAfter(method, block));
    }
    List<CallSite> callers = depth == 0 ? List.of() : linked.callers(method);
    return !callers.isEmpty() && callers.stream().allMatch(site -> once(site, depth - 1));
  }

  private boolean once(CallSite site, int depth) {
    int call = site.call().id();
    return site.in().blocks().stream()
        .filter(block -> block.ops().stream().anyMatch(op -> op.id() == call))
        .allMatch(block -> block.loop() < 0 && before(site.in(), block, depth));
  }

  private static boolean main(MethodFacts method) {
    return method.isStatic()
        && method.ref().name().equals("main")
        && method.ref().descriptor().equals("([Ljava/lang/String;)V");
  }

  /** Whether a loop is come to from a block only, and is what the program stays in. */
  private boolean leadsTo(MethodFacts main, Block block, LoopFacts loop) {
    Set<Integer> inside = main.blocks(loop).stream().map(Block::index).collect(Collectors.toSet());
    return loop.trip() == Loop.Trip.FOREVER
        && !inside.contains(block.index())
        && dominates(main, block.index(), loop.header())
        && polls.look(main, loop, inside).isEmpty()
        && inside.stream().anyMatch(index -> waits(main, main.blocks().get(index)));
  }

  /** Whether the main method tells a server what to do for each request after a block. */
  private boolean servesAfter(MethodFacts main, Block block) {
    return main.blocks().stream()
        .filter(each -> dominates(main, block.index(), each.index()))
        .flatMap(each -> each.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .anyMatch(
            call ->
                linked
                    .catalogue()
                    .dispatcherOf(call.callee(), linked.facts()::supertypes)
                    .isPresent());
  }

  private static boolean dominates(MethodFacts main, int above, int index) {
    int at = index;
    while (at >= 0 && at != above) {
      at = main.blocks().get(at).dominator();
    }
    return at == above;
  }

  private boolean waits(MethodFacts main, Block block) {
    return block.ops().stream()
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .anyMatch(call -> !costs.of(main, call).waiting().isZero());
  }
}
