package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How much longer a method takes for calling itself.
 *
 * <p>What calls itself once on each way goes down a list or a branch of a tree. What calls itself
 * twice on one way, or in a loop, goes through a whole tree; and where an argument is only one less
 * each time, that tree doubles with every level.
 */
final class Recursions {

  /** Levels of a tree, or links of a list, that are walked recursively; ours. */
  private static final Interval DEPTH = new Interval(1, 8, 1e3);

  /** Nodes of a tree, or parts that data are divided into; ours. */
  private static final Interval NODES = new Interval(1, 500, 1e6);

  /** Calls of a recursion that tries all ways, or counts them; ours. */
  private static final Interval WAYS = new Interval(1, 20_000, 1e9);

  /** A single call of itself that is made less often is not what the method is about. */
  private static final double OFTEN = 0.3;

  /** The factor by which calling itself multiplies what one execution does. */
  Optional<Interval> factor(MethodFacts method, Predicate<Block> counts) {
    List<Block> calling =
        method.blocks().stream()
            .filter(counts)
            .filter(block -> block.path() == Path.HOT && !selfCalls(method, block).isEmpty())
            .toList();
    if (calling.isEmpty()) {
      return Optional.empty();
    }
    if (calling.stream().anyMatch(block -> block.loop() >= 0) || onOneWay(method, counts) > 1) {
      return Optional.of(numbersOnly(method) || oneLess(method, calling) ? WAYS : NODES);
    }
    boolean often = calling.stream().mapToDouble(Block::frequency).sum() > OFTEN;
    return often ? Optional.of(DEPTH) : Optional.empty();
  }

  /**
   * Whether the rounds of a loop are the calls of itself: a tree has as many children in all as it
   * has nodes, so they are not counted once more at each node.
   */
  static boolean goesThrough(MethodFacts method, LoopFacts loop) {
    return loop.trip() == Loop.Trip.DATA
        && method.blocks().stream()
            .anyMatch(block -> block.loop() == loop.index() && !selfCalls(method, block).isEmpty());
  }

  private static List<Op.Call> selfCalls(MethodFacts method, Block block) {
    return block.ops().stream()
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .filter(call -> call.callee().equals(method.ref()))
        .toList();
  }

  /** Most calls of itself on one way through a method, loops passed once. */
  private static int onOneWay(MethodFacts method, Predicate<Block> counts) {
    return from(method, 0, counts, new HashMap<>());
  }

  private static int from(
      MethodFacts method, int index, Predicate<Block> counts, Map<Integer, Integer> known) {
    Integer before = known.putIfAbsent(index, 0);
    if (before != null) {
      return before;
    }
    Block block = method.blocks().get(index);
    int most = 0;
    for (int next : block.successors()) {
      if (counts.test(method.blocks().get(next))) {
        most = Math.max(most, from(method, next, counts, known));
      }
    }
    int all = most + selfCalls(method, block).size();
    known.put(index, all);
    return all;
  }

  /** Whether it is given numbers only: such recursions count something, and grow fast. */
  private static boolean numbersOnly(MethodFacts method) {
    String descriptor = method.ref().descriptor();
    String parameters = descriptor.substring(1, descriptor.indexOf(')'));
    return !parameters.isEmpty() && !parameters.contains("L") && !parameters.contains("[");
  }

  /**
   * Whether all calls pass on one of its own numbers with a constant added or taken away, and for
   * the rest what it was given: a way further on. What goes on with a part of an object walks it.
   */
  private static boolean oneLess(MethodFacts method, List<Block> calling) {
    return calling.stream()
        .flatMap(block -> selfCalls(method, block).stream())
        .map(Op.Call::arguments)
        .allMatch(
            arguments ->
                arguments.stream().anyMatch(Recursions::isNext)
                    && arguments.stream().noneMatch(Recursions::isPart));
  }

  private static boolean isPart(Value argument) {
    return argument instanceof Value.FieldOf
        || argument instanceof Value.Result
        || argument instanceof Value.Element;
  }

  private static boolean isNext(Value argument) {
    return argument instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left() instanceof Value.Parameter
        && sum.right() instanceof Value.Constant;
  }
}
