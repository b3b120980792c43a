package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Executes the instructions of one block on a frame and notes the operations that matter. */
final class Step {

  private final Code code;
  private final Frame frame;
  private final List<Op> ops;
  private final Once once;
  private final Operands operands;

  Step(Code code, Frame frame, List<Op> ops) {
    this.code = code;
    this.frame = frame;
    this.ops = ops;
    this.once = code.once;
    this.operands = new Operands(frame, once);
  }

  /** Executes one instruction; answers whether a local changed. */
  boolean execute(int at) {
    AbstractInsnNode node = code.instructions[at];
    int opcode = node.getOpcode();
    if (node instanceof VarInsnNode variable) {
      return variable(opcode, variable.var);
    }
    if (node instanceof IincInsnNode increment) {
      Value sum =
          Values.arithmetic(
              '+', frame.local(increment.var), once.value(new Value.Constant(increment.incr)));
      frame.store(increment.var, sum, 1);
      return true;
    }
    if (node instanceof FieldInsnNode field) {
      field(at, field);
    } else if (node instanceof MethodInsnNode call) {
      call(at, call);
    } else if (node instanceof InvokeDynamicInsnNode dynamic) {
      dynamic(at, dynamic);
    } else if (node instanceof JumpInsnNode jump) {
      jump(at, jump);
    } else if (node instanceof TypeInsnNode type) {
      type(at, type);
    } else if (node instanceof LdcInsnNode constant) {
      operands.constant(constant.cst);
    } else if (node instanceof IntInsnNode operand) {
      operand(at, operand);
    } else if (node instanceof MultiANewArrayInsnNode array) {
      frame.push(arrays(at, array));
    } else {
      plain(at, opcode);
    }
    return false;
  }

  private boolean variable(int opcode, int index) {
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      int size = Operands.isWide(opcode - Opcodes.ISTORE) ? 2 : 1;
      frame.store(index, frame.pop(size), size);
      return true;
    }
    if (opcode != Opcodes.RET) {
      frame.push(frame.local(index), Operands.isWide(opcode - Opcodes.ILOAD) ? 2 : 1);
    }
    return false;
  }

  /** An array of arrays; those in it are written into it by the same instruction. */
  private Value arrays(int at, MultiANewArrayInsnNode array) {
    Value part = new Value.Opaque("I");
    Value made = part;
    for (int dimension = array.dims; dimension > 0; dimension--) {
      Value length = frame.pop();
      made = Values.newArray(array.desc.substring(dimension - 1), length, at);
      if (dimension < array.dims) {
        ops.add(new Op.ArrayWrite(at, code.lines[at], made, new Value.Opaque("I"), part));
      }
      part = made;
    }
    return made;
  }

  private void field(int at, FieldInsnNode node) {
    FieldRef ref = once.field(node.owner, node.name, node.desc);
    int size = Type.getType(node.desc).getSize();
    boolean isStatic =
        node.getOpcode() == Opcodes.GETSTATIC || node.getOpcode() == Opcodes.PUTSTATIC;
    if (node.getOpcode() == Opcodes.GETSTATIC || node.getOpcode() == Opcodes.GETFIELD) {
      Optional<Value> base = isStatic ? Optional.empty() : once.present(frame.pop());
      ops.add(new Op.FieldRead(at, code.lines[at], ref, base));
      frame.push(once.value(Values.field(ref, base)), size);
      return;
    }
    Value value = frame.pop(size);
    Optional<Value> base = isStatic ? Optional.empty() : once.present(frame.pop());
    ops.add(new Op.FieldWrite(at, code.lines[at], ref, base, value));
  }

  private void call(int at, MethodInsnNode node) {
    Op.How how =
        switch (node.getOpcode()) {
          case Opcodes.INVOKESTATIC -> Op.How.STATIC;
          case Opcodes.INVOKEINTERFACE -> Op.How.INTERFACE;
          case Opcodes.INVOKESPECIAL -> Op.How.SPECIAL;
          default -> Op.How.VIRTUAL;
        };
    String owner = node.owner.startsWith("[") ? "java/lang/Object" : node.owner;
    called(at, how, once.method(owner, node.name, node.desc));
  }

  private void called(int at, Op.How how, MethodRef callee) {
    List<Value> arguments = arguments(callee.descriptor());
    if (how != Op.How.STATIC) {
      arguments.add(0, frame.pop());
    }
    ops.add(new Op.Call(at, code.lines[at], how, callee, once.values(arguments)));
    Type result = Type.getReturnType(callee.descriptor());
    if (result.getSize() > 0) {
      frame.push(new Value.Result(at, callee), result.getSize());
    }
  }

  private List<Value> arguments(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    List<Value> arguments = new ArrayList<>();
    for (int i = types.length - 1; i >= 0; i--) {
      arguments.add(0, frame.pop(types[i].getSize()));
    }
    return arguments;
  }

  private void dynamic(int at, InvokeDynamicInsnNode node) {
    String factory = node.bsm.getOwner();
    if (factory.equals("java/lang/invoke/LambdaMetafactory")
        && node.bsmArgs.length > 1
        && node.bsmArgs[1] instanceof Handle body) {
      lambda(node, body);
      return;
    }
    called(at, Op.How.STATIC, once.method(factory, node.bsm.getName(), node.desc));
  }

  private void lambda(InvokeDynamicInsnNode node, Handle body) {
    List<Value> captured = arguments(node.desc).stream().map(Values::captured).toList();
    Op.How how =
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Op.How.STATIC;
          case Opcodes.H_INVOKEINTERFACE -> Op.How.INTERFACE;
          case Opcodes.H_INVOKEVIRTUAL -> Op.How.VIRTUAL;
          default -> Op.How.SPECIAL;
        };
    frame.push(
        new Value.Lambda(
            once.method(body.getOwner(), body.getName(), body.getDesc()),
            how,
            captured,
            Type.getReturnType(node.desc).getClassName(),
            node.name,
            ((Type) node.bsmArgs[0]).getDescriptor()));
  }

  private void jump(int at, JumpInsnNode node) {
    int opcode = node.getOpcode();
    if (opcode == Opcodes.GOTO) {
      return;
    }
    if (opcode == Opcodes.JSR) {
      frame.push(new Value.Opaque("J"));
      return;
    }
    Value right =
        switch (opcode) {
          case Opcodes.IFNULL, Opcodes.IFNONNULL -> Operands.NULL;
          case Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE ->
              Operands.ZERO;
          default -> frame.pop();
        };
    Value left = frame.pop();
    if (left instanceof Value.Arithmetic compared && compared.operator() == Operands.COMPARED) {
      left = compared.left();
      right = compared.right();
    }
    int otherwise = at + 1 < code.instructions.length ? blockAfter(at) : code.blockAt(node.label);
    ops.add(
        new Op.Branch(
            at, code.lines[at], test(opcode), left, right, code.blockAt(node.label), otherwise));
  }

  private int blockAfter(int at) {
    return java.util.Arrays.binarySearch(code.starts, at + 1);
  }

  private static Op.Test test(int opcode) {
    return switch (opcode) {
      case Opcodes.IFEQ, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ, Opcodes.IFNULL -> Op.Test.EQUAL;
      case Opcodes.IFNE, Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE, Opcodes.IFNONNULL ->
          Op.Test.NOT_EQUAL;
      case Opcodes.IFLT, Opcodes.IF_ICMPLT -> Op.Test.LESS;
      case Opcodes.IFGE, Opcodes.IF_ICMPGE -> Op.Test.GREATER_OR_EQUAL;
      case Opcodes.IFGT, Opcodes.IF_ICMPGT -> Op.Test.GREATER;
      default -> Op.Test.LESS_OR_EQUAL;
    };
  }

  private void type(int at, TypeInsnNode node) {
    String name = Type.getObjectType(node.desc).getClassName();
    switch (node.getOpcode()) {
      case Opcodes.NEW -> frame.push(new Value.New(name, at));
      case Opcodes.ANEWARRAY ->
          frame.push(
              Values.newArray(
                  "[" + Type.getObjectType(node.desc).getDescriptor(), frame.pop(), at));
      case Opcodes.INSTANCEOF -> {
        frame.pop();
        frame.push(new Value.Opaque("Z"));
      }
      default -> {
        // CHECKCAST keeps the value: where it came from does not change.
      }
    }
  }

  private void operand(int at, IntInsnNode node) {
    if (node.getOpcode() == Opcodes.NEWARRAY) {
      frame.push(Values.newArray("[" + primitive(node.operand), frame.pop(), at));
    } else {
      frame.push(once.value(new Value.Constant(node.operand)));
    }
  }

  private static char primitive(int operand) {
    return switch (operand) {
      case Opcodes.T_BOOLEAN -> 'Z';
      case Opcodes.T_CHAR -> 'C';
      case Opcodes.T_FLOAT -> 'F';
      case Opcodes.T_DOUBLE -> 'D';
      case Opcodes.T_BYTE -> 'B';
      case Opcodes.T_SHORT -> 'S';
      case Opcodes.T_LONG -> 'J';
      default -> 'I';
    };
  }

  private void plain(int at, int opcode) {
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      load(at, opcode);
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      int size = Operands.isWide(opcode - Opcodes.IASTORE) ? 2 : 1;
      Value value = frame.pop(size);
      Value index = frame.pop();
      ops.add(new Op.ArrayWrite(at, code.lines[at], frame.pop(), index, value));
    } else if (opcode <= Opcodes.DCMPG) {
      operands.execute(opcode);
    } else {
      leave(at, opcode);
    }
  }

  private void load(int at, int opcode) {
    Value index = frame.pop();
    Value array = frame.pop();
    ops.add(new Op.ArrayRead(at, code.lines[at], array, index));
    int nth = opcode - Opcodes.IALOAD;
    frame.push(
        Values.element(array, nth == 4 ? "Ljava/lang/Object;" : "I"), Operands.isWide(nth) ? 2 : 1);
  }

  private void leave(int at, int opcode) {
    switch (opcode) {
      case Opcodes.ARRAYLENGTH -> frame.push(Values.length(frame.pop()));
      case Opcodes.MONITORENTER -> ops.add(new Op.MonitorEnter(at, code.lines[at], frame.pop()));
      case Opcodes.MONITOREXIT -> ops.add(new Op.MonitorExit(at, code.lines[at], frame.pop()));
      case Opcodes.ATHROW -> ops.add(new Op.Throw(at, code.lines[at], frame.pop()));
      case Opcodes.RETURN -> ops.add(new Op.Return(at, code.lines[at], Optional.empty()));
      case Opcodes.IRETURN, Opcodes.FRETURN, Opcodes.ARETURN ->
          ops.add(new Op.Return(at, code.lines[at], once.present(frame.pop())));
      case Opcodes.LRETURN, Opcodes.DRETURN ->
          ops.add(new Op.Return(at, code.lines[at], once.present(frame.pop(2))));
      case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> frame.pop();
      default -> {
        // NOP and what has no effect on values.
      }
    }
  }
}
