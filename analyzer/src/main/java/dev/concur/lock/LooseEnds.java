package dev.concur.lock;

import dev.concur.lock.Extent.Inside;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the instructions at the beginning and the end of a region that touch nothing but locals.
 *
 * <p>Operations are few and instructions many, so within a block the instructions are shared out
 * evenly over its operations.
 */
final class LooseEnds {

  /** The part of a block that is inside. */
  private record Piece(List<Op> ops, double instructions) {}

  private LooseEnds() {}

  static int of(Extent extent) {
    List<Piece> pieces = pieces(extent);
    double first = beginning(pieces);
    Collections.reverse(pieces);
    pieces.replaceAll(LooseEnds::reversed);
    double last = beginning(pieces);
    return (int) Math.min(extent.instructions(), Math.round(first + last));
  }

  private static List<Piece> pieces(Extent extent) {
    Map<Integer, List<Op>> byBlock = new TreeMap<>();
    for (Inside inside : extent.inside()) {
      byBlock.computeIfAbsent(inside.block().index(), i -> new ArrayList<>()).add(inside.op());
    }
    List<Piece> pieces = new ArrayList<>();
    for (Block block : extent.in().blocks()) {
      List<Op> ops = byBlock.getOrDefault(block.index(), List.of());
      boolean held = extent.holds().at(block).get(extent.at().index());
      if (block.path() != Path.ERROR && (!ops.isEmpty() || (block.ops().isEmpty() && held))) {
        double share = ops.isEmpty() ? 1 : (double) ops.size() / block.ops().size();
        pieces.add(new Piece(ops, share * block.instructions()));
      }
    }
    return pieces;
  }

  private static Piece reversed(Piece piece) {
    List<Op> ops = new ArrayList<>(piece.ops);
    Collections.reverse(ops);
    return new Piece(ops, piece.instructions);
  }

  private static double beginning(List<Piece> pieces) {
    double sum = 0;
    for (Piece piece : pieces) {
      long loose = piece.ops.stream().takeWhile(LooseEnds::loose).count();
      if (loose < piece.ops.size()) {
        return sum + piece.instructions * loose / piece.ops.size();
      }
      sum += piece.instructions;
    }
    return sum;
  }

  /** Whether an operation works on nothing but locals: a test, or a sum by a method of the JDK. */
  private static boolean loose(Op op) {
    if (op instanceof Op.Call call) {
      return call.how() == Op.How.STATIC
          && call.callee().owner().startsWith("java.lang.")
          && !call.callee().descriptor().contains(";");
    }
    return op instanceof Op.Branch
        || op instanceof Op.MonitorEnter
        || op instanceof Op.MonitorExit
        || op instanceof Op.Return;
  }
}
