package dev.concur.cost;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tasks that split in two and hand over the parts, down to a size that is a constant: what is left
 * to do for one part of that size, by whoever splits no further.
 */
final class Leaves {

  private final Linked linked;
  private final Costs costs;
  private final Set<MethodRef> splitting;

  Leaves(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.splitting =
        linked.handOffs().stream()
            .filter(site -> site.tasks().contains(site.in()))
            .map(HandOffSite::in)
            .map(MethodFacts::ref)
            .collect(Collectors.toSet());
  }

  /** The parts as a loop that is parallel; empty when the method does not split so. */
  Optional<Loop> of(MethodFacts method) {
    if (!splitting.contains(method.ref())) {
      return Optional.empty();
    }
    Set<Integer> splits = blocks(method, block -> block.ops().stream().anyMatch(this::handsOver));
    Set<Integer> leading = leading(method, splits);
    Set<Integer> leaf =
        blocks(
            method,
            block ->
                Summaries.counts(block)
                    && !leading.contains(block.index())
                    && !after(method, splits).contains(block.index()));
    Optional<Double> size = size(method, leading, leaf);
    return leaf.isEmpty() ? Optional.empty() : size.map(most -> parts(method, leaf, most));
  }

  private boolean handsOver(Op op) {
    return op instanceof Op.Call call && !linked.effects(call).starts().isEmpty();
  }

  private static Set<Integer> blocks(MethodFacts method, Predicate<Block> some) {
    return method.blocks().stream().filter(some).map(Block::index).collect(Collectors.toSet());
  }

  /** Blocks from which the method may come to split. */
  private static Set<Integer> leading(MethodFacts method, Set<Integer> splits) {
    Set<Integer> found = new HashSet<>(splits);
    boolean more = true;
    while (more) {
      more = false;
      for (Block block : method.blocks()) {
        if (block.successors().stream().anyMatch(found::contains)) {
          more |= found.add(block.index());
        }
      }
    }
    return found;
  }

  private static Set<Integer> after(MethodFacts method, Set<Integer> splits) {
    Set<Integer> found = new HashSet<>(splits);
    Deque<Integer> todo = new ArrayDeque<>(splits);
    while (!todo.isEmpty()) {
      for (int next : method.blocks().get(todo.poll()).successors()) {
        if (found.add(next)) {
          todo.add(next);
        }
      }
    }
    return found;
  }

  /** The constant with which a size is compared where the way to the leaf begins. */
  private static Optional<Double> size(
      MethodFacts method, Set<Integer> leading, Set<Integer> leaf) {
    return method.blocks().stream()
        .filter(block -> leading.contains(block.index()))
        .filter(block -> block.successors().stream().anyMatch(leaf::contains))
        .flatMap(block -> block.ops().stream())
        .filter(Op.Branch.class::isInstance)
        .map(Op.Branch.class::cast)
        .filter(branch -> sized(branch.left()))
        .map(Op.Branch::right)
        .filter(Value.Constant.class::isInstance)
        .map(right -> ((Value.Constant) right).value())
        .filter(Number.class::isInstance)
        .map(number -> Math.max(1, ((Number) number).doubleValue()))
        .findFirst();
  }

  private static boolean sized(Value value) {
    return value instanceof Value.Length
        || (value instanceof Value.Arithmetic sum && sum.operator() == '-')
        || (value instanceof Value.Result result
            && Amounts.LENGTHS.contains(result.callee().name()));
  }

  private Loop parts(MethodFacts method, Set<Integer> leaf, double most) {
    Tally work = new Tally();
    for (int index : leaf) {
      Block block = method.blocks().get(index);
      costs.summaries().add(method, block, Repeats.of(times(method, block, most)), work);
    }
    Interval parts = Sizes.ELEMENTS.times(1 / most).max(Interval.of(1));
    return new Loop(
        method.spot(method.line(), Loop.PARTS),
        parts,
        Loop.Trip.DATA,
        new Cost(work.cpu, work.waiting(), Provenance.DERIVED),
        costs.happenings(method, work),
        List.of(),
        List.of(),
        true,
        Path.HOT);
  }

  /** The outermost loop of a leaf goes through what is left of the data. */
  private double times(MethodFacts method, Block block, double most) {
    if (block.loop() < 0) {
      return 1;
    }
    int outermost = block.loop();
    while (method.loops().get(outermost).parent() >= 0) {
      outermost = method.loops().get(outermost).parent();
    }
    double trips = costs.summaries().trips(method, method.loops().get(outermost)).middle();
    return most * costs.repeats(method, block) / Math.max(1, trips);
  }
}
