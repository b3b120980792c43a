package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A method that was run through the interpreter, before anything is said of frequencies and loops.
 */
final class Body {

  /**
   * More loops in one method are not followed: generated parsers have some hundred, and each loop
   * is held against all blocks. 4,000 took two minutes.
   */
  private static final int MOST_LOOPS = 1_000;

  /** Loops nested deeper are not followed: nobody writes them, and obfuscators could. */
  private static final int DEEPEST_LOOP = 64;

  /** A method that takes monitors in more places is not followed, for the same reason. */
  private static final int MOST_MONITORS = 1_000;

  private final MethodRef ref;
  private final Code code;
  private final List<List<Op>> ops;
  private final List<List<Value>> phis;
  private final List<Integer> phiBlocks;
  private final Map<Integer, Op.Call> calls = new HashMap<>();

  Body(
      MethodRef ref,
      Code code,
      List<List<Op>> ops,
      List<List<Value>> phis,
      List<Integer> phiBlocks) {
    this.ref = ref;
    this.code = code;
    this.ops = ops;
    this.phis = phis;
    this.phiBlocks = phiBlocks;
    for (List<Op> here : ops) {
      for (Op op : here) {
        if (op instanceof Op.Call call) {
          calls.put(call.id(), call);
        }
      }
    }
  }

  MethodRef ref() {
    return ref;
  }

  Code code() {
    return code;
  }

  List<List<Op>> ops() {
    return ops;
  }

  List<List<Value>> phis() {
    return phis;
  }

  /** The phis at the top of a block. */
  List<Integer> phisOf(int block) {
    return IntStream.range(0, phiBlocks.size())
        .filter(phi -> phiBlocks.get(phi) == block)
        .boxed()
        .toList();
  }

  Flow flow() {
    return code.flow;
  }

  /** The branch that ends a block. */
  Optional<Op.Branch> branch(int block) {
    List<Op> here = ops.get(block);
    return !here.isEmpty() && here.get(here.size() - 1) instanceof Op.Branch branch
        ? Optional.of(branch)
        : Optional.empty();
  }

  /** The call with this op id. */
  Optional<Op.Call> call(int id) {
    return Optional.ofNullable(calls.get(id));
  }

  /** Whether it has more loops or monitors than we follow; its label is then unknown. */
  boolean tooIntricate() {
    List<Flow.NaturalLoop> loops = flow().loops;
    return loops.size() > MOST_LOOPS || tooDeep(loops) || tooManyMonitors();
  }

  private boolean tooManyMonitors() {
    return code.instructions.length > MOST_MONITORS
        && ops.stream().flatMap(List::stream).filter(Op.MonitorEnter.class::isInstance).count()
            > MOST_MONITORS;
  }

  private static boolean tooDeep(List<Flow.NaturalLoop> loops) {
    int[] depth = new int[loops.size() > DEEPEST_LOOP ? loops.size() : 0];
    for (int i = 0; i < depth.length; i++) {
      // Outer loops come before inner ones.
      int parent = loops.get(i).parent();
      depth[i] = parent < 0 ? 1 : depth[parent] + 1;
      if (depth[i] > DEEPEST_LOOP) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a constructor or a class initialiser. */
  boolean constructs() {
    return ref.name().equals("<init>") || ref.name().equals("<clinit>");
  }
}
