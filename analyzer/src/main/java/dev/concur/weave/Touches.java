package dev.concur.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The instructions of a method that touch state which other threads may see: writes of fields,
 * elements of arrays that a field holds, and calls of collections and other mutable objects of the
 * library that a field holds. Plain reads of fields are left alone: nothing can break by them.
 */
final class Touches {

  /** Of the library, but safe to share or never changed. */
  private static final List<String> SAFE =
      List.of(
          "java/lang/String",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Class",
          "java/lang/Enum",
          "java/lang/Math",
          "java/lang/Thread",
          "java/lang/invoke/",
          "java/math/",
          "java/net/",
          "java/nio/charset/",
          "java/nio/file/",
          // Its page: "safe for use by multiple concurrent threads".
          "java/security/SecureRandom",
          "java/sql/",
          "java/time/",
          "java/util/concurrent/",
          "java/util/function/",
          "java/util/logging/",
          "java/util/regex/Pattern",
          "java/util/Locale",
          "java/util/Optional",
          "java/util/UUID");

  private Touches() {}

  static List<AbstractInsnNode> in(MethodNode method, String owner) {
    List<AbstractInsnNode> touches = new ArrayList<>();
    Frame<BasicValue>[] frames = frames(method, owner);
    for (int k = 0; k < method.instructions.size(); k++) {
      AbstractInsnNode each = method.instructions.get(k);
      if (frames[k] != null && touches(each, frames[k])) {
        touches.add(each);
      }
    }
    return touches;
  }

  private static Frame<BasicValue>[] frames(MethodNode method, String owner) {
    try {
      return new Analyzer<>(new StateFlow()).analyze(owner, method);
    } catch (AnalyzerException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static boolean touches(AbstractInsnNode each, Frame<BasicValue> frame) {
    int top = frame.getStackSize() - 1;
    int code = each.getOpcode();
    if (code == Opcodes.PUTFIELD || code == Opcodes.PUTSTATIC) {
      return true;
    }
    if (code >= Opcodes.IALOAD && code <= Opcodes.SALOAD) {
      return ofState(frame.getStack(top - 1));
    }
    if (code >= Opcodes.IASTORE && code <= Opcodes.SASTORE) {
      return ofState(frame.getStack(top - 2));
    }
    return each instanceof MethodInsnNode call && touches(call, frame);
  }

  private static boolean touches(MethodInsnNode call, Frame<BasicValue> frame) {
    if (!call.owner.startsWith("java/") || SAFE.stream().anyMatch(call.owner::startsWith)) {
      return false;
    }
    int arguments = Type.getArgumentTypes(call.desc).length;
    int receivers = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    for (int k = 0; k < arguments + receivers; k++) {
      if (ofState(frame.getStack(frame.getStackSize() - 1 - k))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofState(BasicValue value) {
    return value instanceof State;
  }

  /** A reference that came out of a field. */
  private static final class State extends BasicValue {
    State(Type type) {
      super(type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State state && getType().equals(state.getType());
    }

    @Override
    public int hashCode() {
      return 31 + getType().hashCode();
    }
  }

  /** Follows references from fields through locals, casts, elements, iterators and views. */
  private static final class StateFlow extends BasicInterpreter {
    private static final Set<Integer> KEEP = Set.of(Opcodes.CHECKCAST);

    StateFlow() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable BasicValue newOperation(AbstractInsnNode instruction)
        throws AnalyzerException {
      BasicValue plain = super.newOperation(instruction);
      return instruction.getOpcode() == Opcodes.GETSTATIC
          ? state(((FieldInsnNode) instruction).desc, plain)
          : plain;
    }

    @Override
    public @Nullable BasicValue unaryOperation(AbstractInsnNode instruction, BasicValue value)
        throws AnalyzerException {
      BasicValue plain = super.unaryOperation(instruction, value);
      if (instruction.getOpcode() == Opcodes.GETFIELD) {
        return state(((FieldInsnNode) instruction).desc, plain);
      }
      return KEEP.contains(instruction.getOpcode()) && ofState(value) ? reference(plain) : plain;
    }

    @Override
    public @Nullable BasicValue binaryOperation(
        AbstractInsnNode instruction, BasicValue first, BasicValue second)
        throws AnalyzerException {
      BasicValue plain = super.binaryOperation(instruction, first, second);
      return instruction.getOpcode() == Opcodes.AALOAD && ofState(first) ? reference(plain) : plain;
    }

    @Override
    public @Nullable BasicValue naryOperation(
        AbstractInsnNode instruction, List<? extends BasicValue> values) throws AnalyzerException {
      BasicValue plain = super.naryOperation(instruction, values);
      boolean view =
          instruction instanceof MethodInsnNode call
              && call.owner.startsWith("java/util/")
              && call.getOpcode() != Opcodes.INVOKESTATIC
              && ofState(values.get(0))
              && Type.getReturnType(call.desc).getInternalName().startsWith("java/util/");
      return view ? reference(plain) : plain;
    }

    @Override
    public BasicValue merge(BasicValue first, BasicValue second) {
      if (first.equals(second)) {
        return first;
      }
      boolean both = first.isReference() && second.isReference();
      return both && (ofState(first) || ofState(second))
          ? new State(BasicValue.REFERENCE_VALUE.getType())
          : super.merge(first, second);
    }

    private static @Nullable BasicValue state(String descriptor, @Nullable BasicValue plain) {
      boolean mutable =
          descriptor.startsWith("[")
              || (descriptor.startsWith("Ljava/")
                  && SAFE.stream().noneMatch(safe -> descriptor.startsWith("L" + safe)));
      return mutable ? reference(plain) : plain;
    }

    private static @Nullable BasicValue reference(@Nullable BasicValue plain) {
      return plain != null && plain.isReference() && !(plain instanceof State)
          ? new State(BasicValue.REFERENCE_VALUE.getType())
          : plain;
    }
  }
}
