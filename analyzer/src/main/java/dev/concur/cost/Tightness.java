package dev.concur.cost;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells loops that the compiler turns into a few machine instructions from all others. */
final class Tightness {

  /** Methods that the compiler replaces by an instruction or a load. */
  private static final Pattern INTRINSICS =
      Pattern.compile("abs|min|max|sqrt|floor|ceil|rint|fma|charAt|length|floatToRawIntBits");

  private static final Set<String> OWNERS =
      Set.of("java.lang.Math", "java.lang.String", "java.lang.CharSequence");

  private static final Pattern BUFFERS = Pattern.compile("java\\.nio\\.\\w*Buffer");

  private static final Pattern IN_PLACE = Pattern.compile("get|put|hasRemaining|remaining|limit");

  /** Loops in which something else is called. */
  private final BitSet loose = new BitSet();

  /** Looks at the loops of a method, all at once: generated methods have thousands. */
  Tightness(MethodFacts method) {
    for (Block block : method.blocks()) {
      if (block.loop() >= 0 && Summaries.counts(block) && callsOthers(block)) {
        loose.set(block.loop());
      }
    }
  }

  /** One bytecode instruction of a block, ns. */
  double instruction(Block block) {
    boolean tight = block.loop() >= 0 && !loose.get(block.loop());
    return tight ? Sizes.TIGHT_INSTRUCTION : Sizes.INSTRUCTION;
  }

  private static boolean callsOthers(Block block) {
    return block.ops().stream().anyMatch(op -> op instanceof Op.Call call && !intrinsic(call));
  }

  private static boolean intrinsic(Op.Call call) {
    String owner = call.callee().owner();
    return (OWNERS.contains(owner) && INTRINSICS.matcher(call.callee().name()).matches())
        || (BUFFERS.matcher(owner).matches() && IN_PLACE.matcher(call.callee().name()).matches());
  }
}
