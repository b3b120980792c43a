package dev.concur.read;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Executes the instructions that only move and combine values on the operand stack: constants,
 * shuffles, arithmetic, conversions and comparisons. Nothing of them is noted as an operation.
 */
final class Operands {

  static final Value ZERO = new Value.Constant(0);
  static final Value NULL = new Value.Null();

  /**
   * Stands for the result of LCMP, FCMPx and DCMPx, which the branch behind it takes apart again.
   */
  static final char COMPARED = '?';

  private final Frame frame;
  private final Once once;

  Operands(Frame frame, Once once) {
    this.frame = frame;
    this.once = once;
  }

  /** Whether the n-th of int, long, float, double, reference takes two slots. */
  static boolean isWide(int nth) {
    return nth == 1 || nth == 3;
  }

  /** Executes an instruction up to DCMPG that neither reads nor writes locals or arrays. */
  void execute(int opcode) {
    if (opcode <= Opcodes.DCONST_1) {
      simpleConstant(opcode);
    } else if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      shuffle(opcode);
    } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
      arithmetic(opcode);
    } else if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
      convert(opcode);
    } else if (opcode >= Opcodes.LCMP) {
      compare(opcode);
    }
  }

  /** Pushes a constant of the pool: a number, a text, a class, or what is not looked into. */
  void constant(Object constant) {
    if (constant instanceof Type type && type.getSort() != Type.METHOD) {
      frame.push(once.value(new Value.ClassLiteral(type.getClassName())));
    } else if (constant instanceof Long || constant instanceof Double) {
      frame.push(once.value(new Value.Constant(constant)), 2);
    } else if (constant instanceof Number || constant instanceof String) {
      frame.push(once.value(new Value.Constant(constant)));
    } else if (constant instanceof ConstantDynamic dynamic) {
      frame.push(new Value.Opaque(dynamic.getDescriptor()), dynamic.getSize());
    } else {
      frame.push(new Value.Opaque(""));
    }
  }

  private void simpleConstant(int opcode) {
    if (opcode == Opcodes.ACONST_NULL) {
      frame.push(NULL);
    } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      frame.push(once.value(new Value.Constant(opcode - Opcodes.ICONST_0)));
    } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      frame.push(once.value(new Value.Constant((long) (opcode - Opcodes.LCONST_0))), 2);
    } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
      frame.push(once.value(new Value.Constant((float) (opcode - Opcodes.FCONST_0))));
    } else if (opcode >= Opcodes.DCONST_0) {
      frame.push(once.value(new Value.Constant((double) (opcode - Opcodes.DCONST_0))), 2);
    }
  }

  private void arithmetic(int opcode) {
    if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
      int size = isWide((opcode - Opcodes.INEG) % 4) ? 2 : 1;
      frame.push(Values.arithmetic('-', ZERO, frame.pop(size)), size);
      return;
    }
    boolean shift = opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR;
    int size =
        opcode >= Opcodes.ISHL
            ? 1 + (opcode - Opcodes.ISHL) % 2
            : isWide((opcode - Opcodes.IADD) % 4) ? 2 : 1;
    Value right = frame.pop(shift ? 1 : size);
    Value left = frame.pop(size);
    frame.push(Values.arithmetic(operator(opcode), left, right), size);
  }

  private static char operator(int opcode) {
    if (opcode >= Opcodes.ISHL) {
      return "<<>>>>&&||^^".charAt(opcode - Opcodes.ISHL);
    }
    return "+-*/%".charAt((opcode - Opcodes.IADD) / 4);
  }

  private void convert(int opcode) {
    boolean fromWide =
        (opcode >= Opcodes.L2I && opcode <= Opcodes.L2D)
            || (opcode >= Opcodes.D2I && opcode <= Opcodes.D2F);
    boolean toWide =
        switch (opcode) {
          case Opcodes.I2L, Opcodes.I2D, Opcodes.L2D, Opcodes.F2L, Opcodes.F2D, Opcodes.D2L -> true;
          default -> false;
        };
    frame.push(frame.pop(fromWide ? 2 : 1), toWide ? 2 : 1);
  }

  private void compare(int opcode) {
    int size = opcode == Opcodes.FCMPL || opcode == Opcodes.FCMPG ? 1 : 2;
    Value right = frame.pop(size);
    frame.push(Values.arithmetic(COMPARED, frame.pop(size), right));
  }

  private void shuffle(int opcode) {
    Value first = frame.pop();
    switch (opcode) {
      case Opcodes.POP -> {}
      case Opcodes.POP2 -> frame.pop();
      case Opcodes.DUP -> push(first, first);
      case Opcodes.SWAP -> push(first, frame.pop());
      default -> deepShuffle(opcode, first);
    }
  }

  private void deepShuffle(int opcode, Value first) {
    Value second = frame.pop();
    switch (opcode) {
      case Opcodes.DUP_X1 -> push(first, second, first);
      case Opcodes.DUP2 -> push(second, first, second, first);
      case Opcodes.DUP_X2 -> {
        Value third = frame.pop();
        push(first, third, second, first);
      }
      case Opcodes.DUP2_X1 -> {
        Value third = frame.pop();
        push(second, first, third, second, first);
      }
      default -> {
        Value third = frame.pop();
        Value fourth = frame.pop();
        push(second, first, fourth, third, second, first);
      }
    }
  }

  private void push(Value... values) {
    for (Value value : values) {
      frame.push(value);
    }
  }
}
