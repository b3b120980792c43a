package dev.concur.cost;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.regex.Pattern;

/** Tells loops that the compiler turns into a few machine instructions from all others. */
final class Tightness {

  /** Methods that the compiler replaces by an instruction or a load. */
  private static final Pattern INTRINSICS =
      Pattern.compile("abs|min|max|sqrt|floor|ceil|rint|fma|floatToRawIntBits");

  private static final Pattern BUFFERS = Pattern.compile("java\\.nio\\.\\w*Buffer");

  private static final Pattern IN_PLACE = Pattern.compile("get|put|hasRemaining|remaining|limit");

  private Tightness() {}

  /** One bytecode instruction of a block, ns. */
  static double instruction(MethodFacts method, Block block) {
    boolean tight = block.loop() >= 0 && tight(method, block.loop());
    return tight ? Sizes.TIGHT_INSTRUCTION : Sizes.INSTRUCTION;
  }

  /** Whether nothing but such methods is called in a loop itself. */
  private static boolean tight(MethodFacts method, int loop) {
    return method.blocks().stream()
        .filter(block -> block.loop() == loop && Summaries.counts(block))
        .flatMap(block -> block.ops().stream())
        .noneMatch(op -> op instanceof Op.Call call && !intrinsic(call));
  }

  private static boolean intrinsic(Op.Call call) {
    String owner = call.callee().owner();
    return (owner.equals("java.lang.Math") && INTRINSICS.matcher(call.callee().name()).matches())
        || (BUFFERS.matcher(owner).matches() && IN_PLACE.matcher(call.callee().name()).matches());
  }
}
