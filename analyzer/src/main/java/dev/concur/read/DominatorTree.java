package dev.concur.read;

import java.util.Arrays;

/**
 * Answers at once who dominates whom: the tree of immediate dominators is numbered depth first, so
 * that what a block dominates is a range of numbers. Walking up the tree instead takes as long as
 * it is deep, which in a method of 64 KB are thousands of steps for each question.
 */
final class DominatorTree {

  private static final int ENTRY = 0;

  /** Number of each block, -1 when unreachable. */
  private final int[] number;

  /** Number of the last block that it dominates. */
  private final int[] last;

  /** The blocks by their numbers. */
  private final int[] numbered;

  /**
   * @param dominator immediate dominator of each block, -1 for the entry and unreachable ones
   * @param order reachable blocks, each after its dominator
   */
  DominatorTree(int[] dominator, int[] order) {
    int[] sizes = new int[dominator.length];
    for (int i = order.length - 1; i >= 0; i--) {
      int block = order[i];
      sizes[block]++;
      if (block != ENTRY) {
        sizes[dominator[block]] += sizes[block];
      }
    }
    number = new int[dominator.length];
    last = new int[dominator.length];
    numbered = new int[order.length];
    Arrays.fill(number, -1);
    int[] free = new int[dominator.length];
    for (int block : order) {
      number[block] = block == ENTRY ? 0 : free[dominator[block]];
      if (block != ENTRY) {
        free[dominator[block]] += sizes[block];
      }
      free[block] = number[block] + 1;
      last[block] = number[block] + sizes[block] - 1;
      numbered[number[block]] = block;
    }
  }

  /** Whether every way to {@code block} passes {@code by}. */
  boolean dominates(int by, int block) {
    return by == block
        || (number[by] >= 0 && number[by] <= number[block] && number[block] <= last[by]);
  }

  /** The blocks that are reached only through this one, itself included; none if unreachable. */
  int[] below(int block) {
    return number[block] < 0
        ? new int[0]
        : Arrays.copyOfRange(numbered, number[block], last[block] + 1);
  }
}
