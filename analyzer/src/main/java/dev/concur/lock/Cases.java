package dev.concur.lock;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import java.util.List;

/**
 * Code behind one label of a long switch, as in a method that is told what to do by a code. Which
 * of the cases is daily work cannot be told, and each alone is less than what is claimed.
 */
final class Cases {

  /** So many cases that each is taken by fewer executions than are believed in. */
  private static final long MANY = Math.round(1 / Effort.BELIEVED);

  private Cases() {}

  /** Whether a block runs in one of many cases only. */
  static boolean one(MethodFacts in, Block block) {
    List<Block> blocks = in.blocks();
    int below = block.index();
    for (int i = block.dominator(); i >= 0; i = blocks.get(i).dominator()) {
      if (labels(blocks.get(i)) >= MANY && onlyFrom(blocks, i, below)) {
        return true;
      }
      below = i;
    }
    return false;
  }

  private static long labels(Block block) {
    return block.successors().stream().distinct().count();
  }

  private static boolean onlyFrom(List<Block> blocks, int from, int to) {
    return blocks.get(from).successors().contains(to)
        && blocks.stream()
            .filter(block -> block.successors().contains(to))
            .allMatch(block -> block.index() == from);
  }
}
