package dev.concur.lock;

import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that runs in its own method while one acquisition is held. It holds the operations
 * themselves, so that it is made when somebody asks and not kept: kept ones had the bodies of all
 * methods that lock in memory, however these are packed.
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
    return holds.acquisitions().stream()
        .filter(taken -> !holds.handsOver(taken))
        .map(taken -> of(holds, taken))
        .toList();
  }

  /** The extent of one acquisition of a method, the same whenever it is asked for. */
  static Extent of(Holds holds, Acquisition at) {
    List<Inside> inside = new ArrayList<>();
    holds.walk(
        (block, op, held) -> {
          if (held.get(at.index())) {
            inside.add(new Inside(block, op));
          }
        });
    return new Extent(at, inside, holds, instructions(holds, at, inside));
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
