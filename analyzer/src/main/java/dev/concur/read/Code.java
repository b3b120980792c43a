package dev.concur.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The instructions of a method without labels and frames, cut into basic blocks. */
final class Code {

  final AbstractInsnNode[] instructions;
  final int[] lines;
  final int[] starts;
  final Flow flow;

  /** What is said more than once is kept here. */
  final Once once;

  /**
   * For each block that begins a handler, the caught type (binary name), else null entries are
   * absent.
   */
  final Map<Integer, String> caught = new HashMap<>();

  private final Map<LabelNode, Integer> labels = new HashMap<>();

  Code(MethodNode method, Once once) {
    this.once = once;
    List<AbstractInsnNode> real = new ArrayList<>();
    List<Integer> lineOf = new ArrayList<>();
    int line = 0;
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof LineNumberNode number) {
        line = number.line;
      } else if (node instanceof LabelNode label) {
        labels.put(label, real.size());
      } else if (node.getOpcode() >= 0) {
        real.add(node);
        lineOf.add(line);
      }
    }
    instructions = real.toArray(AbstractInsnNode[]::new);
    lines = lineOf.stream().mapToInt(Integer::intValue).toArray();
    starts = leaders(method);
    flow = new Flow(successors(), handlers(method));
  }

  int blocks() {
    return starts.length;
  }

  int end(int block) {
    return block + 1 < starts.length ? starts[block + 1] : instructions.length;
  }

  /** The block that starts at a label. */
  int blockAt(LabelNode label) {
    return blockOf(position(label));
  }

  private int position(LabelNode label) {
    return Objects.requireNonNull(labels.get(label), "a label without a place");
  }

  private int blockOf(int instruction) {
    int found = Arrays.binarySearch(starts, instruction);
    return found >= 0 ? found : -found - 2;
  }

  private int[] leaders(MethodNode method) {
    TreeSet<Integer> leaders = new TreeSet<>();
    leaders.add(0);
    for (int i = 0; i < instructions.length; i++) {
      List<LabelNode> targets = targets(instructions[i]);
      targets.forEach(target -> leaders.add(position(target)));
      if (!targets.isEmpty() || ends(instructions[i])) {
        leaders.add(i + 1);
      }
    }
    for (TryCatchBlockNode range : method.tryCatchBlocks) {
      leaders.add(position(range.start));
      leaders.add(position(range.end));
      leaders.add(position(range.handler));
    }
    return leaders.stream().filter(at -> at < instructions.length).mapToInt(i -> i).toArray();
  }

  private int[][] successors() {
    int[][] result = new int[starts.length][];
    for (int block = 0; block < starts.length; block++) {
      AbstractInsnNode last = instructions[end(block) - 1];
      TreeSet<Integer> next = new TreeSet<>();
      targets(last).forEach(target -> next.add(blockAt(target)));
      if (!ends(last) && last.getOpcode() != Opcodes.GOTO && block + 1 < starts.length) {
        next.add(block + 1);
      }
      result[block] = next.stream().mapToInt(Integer::intValue).toArray();
    }
    return result;
  }

  private int[][] handlers(MethodNode method) {
    List<TreeSet<Integer>> found = new ArrayList<>();
    for (int block = 0; block < starts.length; block++) {
      found.add(new TreeSet<>());
    }
    BitSet all = new BitSet();
    for (TryCatchBlockNode range : method.tryCatchBlocks) {
      int from = position(range.start);
      int to = position(range.end);
      BitSet before = (BitSet) all.clone();
      if (position(range.handler) >= instructions.length) {
        continue;
      }
      int handler = blockAt(range.handler);
      String type = range.type == null ? "java.lang.Throwable" : range.type.replace('/', '.');
      caught.merge(handler, type, (a, b) -> a.equals(b) ? a : "java.lang.Throwable");
      // The handler that unlocks a monitor covers itself; that is no loop of the program's.
      int until = starts[handler] >= from && starts[handler] < to ? starts[handler] : to;
      for (int block = 0; block < starts.length; block++) {
        // Handlers are tried in order, so nothing gets past one that catches all.
        if (starts[block] >= from && starts[block] < until && !before.get(block)) {
          found.get(block).add(handler);
        }
        all.set(block, before.get(block) || takesAll(range, starts[block], from, to));
      }
    }
    return found.stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static boolean takesAll(TryCatchBlockNode range, int at, int from, int to) {
    boolean everything = range.type == null || range.type.equals("java/lang/Throwable");
    return everything && at >= from && at < to;
  }

  private static boolean ends(AbstractInsnNode node) {
    int opcode = node.getOpcode();
    return opcode == Opcodes.ATHROW
        || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
        || opcode == Opcodes.TABLESWITCH
        || opcode == Opcodes.LOOKUPSWITCH
        || opcode == Opcodes.RET;
  }

  private static List<LabelNode> targets(AbstractInsnNode node) {
    if (node instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    if (node instanceof TableSwitchInsnNode table) {
      return with(table.labels, table.dflt);
    }
    if (node instanceof LookupSwitchInsnNode lookup) {
      return with(lookup.labels, lookup.dflt);
    }
    return List.of();
  }

  private static List<LabelNode> with(List<LabelNode> labels, LabelNode other) {
    List<LabelNode> all = new ArrayList<>(labels);
    all.add(other);
    return all;
  }
}
