package dev.concur.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The shape of a control-flow graph: order, dominators and natural loops.
 *
 * <p>Dominators by Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
 * Unreachable blocks have no place in the order and the dominator -1.
 */
final class Flow {

  final int size;
  final int[][] successors;
  final int[][] handlers;
  final List<List<Integer>> predecessors = new ArrayList<>();

  /** Reachable blocks in reverse post-order. */
  final int[] order;

  /** Position in the order, -1 when unreachable. */
  final int[] position;

  final int[] dominator;

  private final DominatorTree tree;

  /** Innermost loop of each block, -1 for none. */
  final int[] loopOf;

  /** Loops, outer before inner. */
  final List<NaturalLoop> loops;

  /** One natural loop: its header, its blocks, the loop around it (-1 for none). */
  record NaturalLoop(int header, BitSet blocks, int parent) {}

  Flow(int[][] successors, int[][] handlers) {
    this.size = successors.length;
    this.successors = successors;
    this.handlers = handlers;
    this.position = new int[size];
    this.order = reversePostOrder();
    link();
    this.dominator = dominators();
    this.tree = new DominatorTree(dominator, order);
    this.loopOf = new int[size];
    this.loops = findLoops();
  }

  /** Whether every way to {@code block} passes {@code by}. */
  boolean dominates(int by, int block) {
    return tree.dominates(by, block);
  }

  /** The blocks that are reached only through this one, itself included, in order. */
  List<Integer> behind(int block) {
    return Arrays.stream(tree.below(block))
        .boxed()
        .sorted(Comparator.comparingInt(each -> position[each]))
        .toList();
  }

  /** Whether the edge closes a loop. */
  boolean closesLoop(int from, int to) {
    return position[to] <= position[from] && dominates(to, from);
  }

  private int[] reversePostOrder() {
    Arrays.fill(position, -1);
    int[] reversed = new int[size];
    int count = 0;
    int[] next = new int[size];
    boolean[] seen = new boolean[size];
    Deque<Integer> stack = new ArrayDeque<>();
    stack.push(0);
    seen[0] = true;
    while (!stack.isEmpty()) {
      int block = stack.peek();
      int edges = successors[block].length + handlers[block].length;
      if (next[block] == edges) {
        stack.pop();
        reversed[count++] = block;
        continue;
      }
      int to = edge(block, edges - 1 - next[block]++);
      if (!seen[to]) {
        seen[to] = true;
        stack.push(to);
      }
    }
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      result[i] = reversed[count - 1 - i];
      position[result[i]] = i;
    }
    return result;
  }

  private int edge(int block, int index) {
    int normal = successors[block].length;
    return index < normal ? successors[block][index] : handlers[block][index - normal];
  }

  private void link() {
    for (int i = 0; i < size; i++) {
      predecessors.add(new ArrayList<>(2));
    }
    for (int block : order) {
      for (int to : successors[block]) {
        predecessors.get(to).add(block);
      }
      for (int to : handlers[block]) {
        predecessors.get(to).add(block);
      }
    }
  }

  private int[] dominators() {
    int[] immediate = new int[size];
    Arrays.fill(immediate, -1);
    immediate[0] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < order.length; i++) {
        int block = order[i];
        int nearest = -1;
        for (int from : predecessors.get(block)) {
          if (immediate[from] >= 0) {
            nearest = nearest < 0 ? from : meet(immediate, nearest, from);
          }
        }
        if (immediate[block] != nearest) {
          immediate[block] = nearest;
          changed = true;
        }
      }
    }
    immediate[0] = -1;
    return immediate;
  }

  private int meet(int[] immediate, int left, int right) {
    int a = left;
    int b = right;
    while (a != b) {
      while (position[a] > position[b]) {
        a = immediate[a];
      }
      while (position[b] > position[a]) {
        b = immediate[b];
      }
    }
    return a;
  }

  private List<NaturalLoop> findLoops() {
    Arrays.fill(loopOf, -1);
    List<NaturalLoop> found = new ArrayList<>();
    for (int header : order) {
      BitSet blocks = new BitSet(size);
      for (int from : predecessors.get(header)) {
        if (closesLoop(from, header)) {
          collect(header, from, blocks);
        }
      }
      if (!blocks.isEmpty()) {
        int parent = loopOf[header];
        int index = found.size();
        found.add(new NaturalLoop(header, blocks, parent));
        blocks.stream().forEach(block -> loopOf[block] = index);
      }
    }
    return found;
  }

  private void collect(int header, int latch, BitSet blocks) {
    Deque<Integer> todo = new ArrayDeque<>();
    blocks.set(header);
    todo.push(latch);
    while (!todo.isEmpty()) {
      int block = todo.pop();
      if (!blocks.get(block)) {
        blocks.set(block);
        predecessors.get(block).forEach(todo::push);
      }
    }
  }
}
