package dev.concur.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What one method does, as objects.
 *
 * @param blocks see {@link MethodFacts#blocks()}
 * @param loops see {@link MethodFacts#loops()}
 * @param phis see {@link MethodFacts#phis()}
 * @param calls see {@link MethodFacts#calls()}
 */
record Unpacked(
    List<Block> blocks, List<LoopFacts> loops, List<List<Value>> phis, List<Op.Call> calls) {

  /** What a block and an operation take in memory with their lists and values; a histogram. */
  private static final int BLOCK_BYTES = 64;

  private static final int OP_BYTES = 100;

  /** Of a method without a body. */
  static final Unpacked NOTHING = of(List.of(), List.of(), List.of());

  Unpacked {
    blocks = List.copyOf(blocks);
    loops = List.copyOf(loops);
    phis = List.copyOf(phis);
    calls = List.copyOf(calls);
  }

  static Unpacked of(List<Block> blocks, List<LoopFacts> loops, List<List<Value>> phis) {
    return new Unpacked(blocks, loops, phis, calls(blocks));
  }

  /** How much memory it takes, roughly. */
  int bytes() {
    int ops = blocks.stream().mapToInt(block -> block.ops().size()).sum();
    return BLOCK_BYTES * blocks.size() + OP_BYTES * ops;
  }

  private static List<Op.Call> calls(List<Block> blocks) {
    List<Op.Call> found = new ArrayList<>();
    for (Block block : blocks) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          found.add(call);
        }
      }
    }
    return found;
  }
}
