package dev.concur.lock;

import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that runs in its own method while one acquisition is held.
 *
 * @param at where the lock is taken
 * @param inside the operations, in order of the blocks
 * @param holds the method's locks, to ask what else is held
 * @param instructions bytecode instructions inside, estimated by the share of each block's
 *     operations that is inside
 */
record Extent(Acquisition at, List<Inside> inside, Holds holds, int instructions) {

  private static final Block NATIVE =
      new Block(0, List.of(), List.of(), List.of(), -1, -1, 1, Path.HOT, List.of(), 0, 0);

  /** One operation and its block. */
  record Inside(Block block, Op op) {}

  MethodFacts in() {
    return at.in();
  }

  /** The block in which the lock is taken; one with nothing in it for native methods. */
  Block start() {
    return in().blocks().isEmpty() ? NATIVE : in().blocks().get(at.block());
  }

  /** The calls inside. */
  List<Op.Call> calls() {
    return inside.stream()
        .map(Inside::op)
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .toList();
  }

  /** The blocks inside that only compute with locals, as the body of a loop may. */
  List<Block> withoutOps() {
    return in().blocks().stream()
        .filter(block -> block.ops().isEmpty() && holds.at(block).get(at.index()))
        .toList();
  }

  /** The extents of all acquisitions of a method but those that it leaves to its callers. */
  static List<Extent> of(Holds holds) {
    Map<Integer, List<Inside>> inside = new LinkedHashMap<>();
    holds.acquisitions().forEach(a -> inside.put(a.index(), new ArrayList<>()));
    holds.walk(
        (block, op, held) ->
            held.stream()
                .forEach(
                    index ->
                        inside
                            .computeIfAbsent(index, i -> new ArrayList<>())
                            .add(new Inside(block, op))));
    return holds.acquisitions().stream()
        .filter(a -> !holds.handsOver(a))
        .map(
            a -> {
              List<Inside> here = inside.getOrDefault(a.index(), List.of());
              return new Extent(a, here, holds, instructions(holds, a, here));
            })
        .toList();
  }

  private static int instructions(Holds holds, Acquisition at, List<Inside> inside) {
    Map<Integer, Integer> opsInside = new HashMap<>();
    inside.forEach(each -> opsInside.merge(each.block.index(), 1, Integer::sum));
    double sum = 0;
    for (Block block : holds.method().blocks()) {
      if (block.ops().isEmpty()) {
        sum += holds.at(block).get(at.index()) ? block.instructions() : 0;
      } else {
        double share = (double) opsInside.getOrDefault(block.index(), 0) / block.ops().size();
        sum += share * block.instructions();
      }
    }
    return (int) Math.round(sum);
  }
}
