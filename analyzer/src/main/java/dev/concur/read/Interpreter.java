package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs a method on values of origin instead of numbers.
 *
 * <p>First to a fixed point: where different values meet in a slot, the slot becomes a phi of that
 * block, so every slot changes at most twice and the work is linear in blocks x slots. What a loop
 * assigns is a phi of its header from the start: found out only when the loop closes, it would
 * leave a phi of its own at every join in the loop, and nobody could tell that they are one
 * variable. Then once more over every block with its settled frame, which yields the operations and
 * the inputs of the phis.
 */
final class Interpreter {

  private final Code code;
  private final MethodNode method;
  private final Frame[] entry;
  private final Map<Long, Integer> phiOf = new HashMap<>();
  private final List<List<Value>> phis = new ArrayList<>();
  private final List<Integer> phiBlocks = new ArrayList<>();
  private final Map<Integer, BitSet> assignedInLoop = new HashMap<>();
  private boolean settled;

  Interpreter(Code code, MethodNode method) {
    this.code = code;
    this.method = method;
    this.entry = new Frame[code.blocks()];
    code.flow.loops.forEach(loop -> assignedInLoop.put(loop.header(), assigned(loop)));
  }

  /** The operations of each block; empty lists for unreachable ones. */
  List<List<Op>> run(MethodRef ref) {
    entry[0] = start(ref);
    settle();
    settled = true;
    flowTo(0, start(ref), new ArrayList<>());
    List<List<Op>> ops = new ArrayList<>();
    for (int block = 0; block < code.blocks(); block++) {
      List<Op> here = new ArrayList<>();
      if (entry[block] != null) {
        step(block, here);
      }
      ops.add(here);
    }
    return ops;
  }

  List<List<Value>> phis() {
    return phis;
  }

  /** The block that each phi is the top of. */
  List<Integer> phiBlocks() {
    return phiBlocks;
  }

  private Frame start(MethodRef ref) {
    Frame frame = new Frame(Math.max(method.maxLocals, 1), method.maxStack + 2);
    int slot = 0;
    int index = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      frame.store(slot++, parameter(index++, "L" + ref.owner().replace('.', '/') + ";"), 1);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      frame.store(slot, parameter(index++, type.getDescriptor()), type.getSize());
      slot += type.getSize();
    }
    return frame;
  }

  private Value parameter(int index, String type) {
    return code.once.value(new Value.Parameter(index, Once.text(type)));
  }

  private void settle() {
    int[] position = code.flow.position;
    PriorityQueue<Integer> todo =
        new PriorityQueue<>((a, b) -> Integer.compare(position[a], position[b]));
    boolean[] queued = new boolean[code.blocks()];
    todo.add(0);
    while (!todo.isEmpty()) {
      int block = todo.poll();
      queued[block] = false;
      for (int changed : step(block, new ArrayList<>())) {
        if (!queued[changed]) {
          queued[changed] = true;
          todo.add(changed);
        }
      }
    }
  }

  /** Executes one block and hands its frames on; answers the blocks whose entry frame changed. */
  private List<Integer> step(int block, List<Op> ops) {
    List<Integer> changed = new ArrayList<>();
    Frame frame = entry[block].copy();
    Step step = new Step(code, frame, ops);
    raise(block, frame, changed);
    for (int at = code.starts[block]; at < code.end(block); at++) {
      if (step.execute(at) && code.flow.handlers[block].length > 0) {
        raise(block, frame, changed);
      }
    }
    for (int next : code.flow.successors[block]) {
      flowTo(next, frame, changed);
    }
    return changed;
  }

  private void raise(int block, Frame frame, List<Integer> changed) {
    for (int handler : code.flow.handlers[block]) {
      String type = code.caught.getOrDefault(handler, "java.lang.Throwable");
      flowTo(handler, frame.catching(new Value.Caught(type)), changed);
    }
  }

  private void flowTo(int block, Frame from, List<Integer> changed) {
    Frame to = entry[block];
    if (to == null) {
      entry[block] = opening(block, from);
      changed.add(block);
      return;
    }
    boolean different = false;
    for (int slot = 0; slot < Math.min(to.slots.length, from.slots.length); slot++) {
      different |= meet(block, slot, to, from.slots[slot]);
    }
    if (different && !changed.contains(block)) {
      changed.add(block);
    }
  }

  /** The frame that a block is first entered with. */
  private Frame opening(int block, Frame from) {
    Frame frame = from.copy();
    assignedInLoop.getOrDefault(block, new BitSet()).stream()
        .filter(slot -> frame.slots[slot] != null && frame.slots[slot] != Values.FILLER)
        .forEach(slot -> frame.slots[slot] = phi(block, slot));
    return frame;
  }

  private BitSet assigned(Flow.NaturalLoop loop) {
    BitSet slots = new BitSet();
    for (int block : loop.blocks().stream().toArray()) {
      for (int at = code.starts[block]; at < code.end(block); at++) {
        if (code.instructions[at] instanceof IincInsnNode increment) {
          slots.set(increment.var);
        } else if (code.instructions[at] instanceof VarInsnNode access
            && access.getOpcode() >= Opcodes.ISTORE) {
          slots.set(access.var);
        }
      }
    }
    return slots;
  }

  private boolean meet(int block, int slot, Frame to, Value incoming) {
    Value known = to.slots[slot];
    if (known == null) {
      return false;
    }
    Integer phi = phiOf.get(key(block, slot));
    if (phi != null && known.equals(new Value.Phi(phi))) {
      if (incoming == null) {
        to.slots[slot] = null;
        return true;
      }
      if (settled) {
        input(phi, incoming);
      }
      return false;
    }
    if (settled || known.equals(incoming)) {
      return false;
    }
    to.slots[slot] = incoming == null ? null : phi(block, slot);
    return true;
  }

  private Value phi(int block, int slot) {
    int index =
        phiOf.computeIfAbsent(
            key(block, slot),
            key -> {
              phis.add(new ArrayList<>());
              phiBlocks.add(block);
              return phis.size() - 1;
            });
    return code.once.value(new Value.Phi(index));
  }

  private void input(int phi, Value incoming) {
    List<Value> inputs = phis.get(phi);
    if (!incoming.equals(new Value.Phi(phi)) && !inputs.contains(incoming)) {
      inputs.add(incoming);
    }
  }

  private static long key(int block, int slot) {
    return ((long) block << 32) | slot;
  }
}
