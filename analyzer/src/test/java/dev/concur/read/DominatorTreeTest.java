package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DominatorTreeTest {

  @Test
  void says_what_removing_a_block_says() {
    SplittableRandom random = new SplittableRandom(7);
    for (int graph = 0; graph < 300; graph++) {
      int[][] successors = graph(random, 2 + random.nextInt(12));
      Flow flow = new Flow(successors, new int[successors.length][0]);
      BitSet reachable = reached(successors, -1);
      for (int by = 0; by < successors.length; by++) {
        BitSet without = reached(successors, by);
        List<Integer> behind = flow.behind(by);
        for (int block = 0; block < successors.length; block++) {
          boolean all = reachable.get(by) && reachable.get(block) && !without.get(block);
          assertEquals(all || by == block, flow.dominates(by, block));
          assertEquals(all, behind.contains(block));
        }
      }
    }
  }

  private static int[][] graph(SplittableRandom random, int size) {
    return IntStream.range(0, size)
        .mapToObj(block -> random.ints(random.nextInt(3), 0, size).distinct().toArray())
        .toArray(int[][]::new);
  }

  /** What is reached from the entry on ways that avoid a block. */
  private static BitSet reached(int[][] successors, int avoided) {
    BitSet reached = new BitSet();
    if (avoided != 0) {
      reach(successors, 0, avoided, reached);
    }
    return reached;
  }

  private static void reach(int[][] successors, int block, int avoided, BitSet reached) {
    if (block == avoided || reached.get(block)) {
      return;
    }
    reached.set(block);
    for (int next : successors[block]) {
      reach(successors, next, avoided, reached);
    }
  }
}
