package tariff.engine;

import java.util.Arrays;

/** Runs tariff programs. The stack and the variables belong to the engine: one run at a time. */
public class TariffEngine {
  private final long[] stack = new long[256];
  private final long[] variables = new long[32];
  private final Program program;
  private int top;

  public TariffEngine(Program program) {
    this.program = program;
  }

  public long run(long units, long class_) {
    Arrays.fill(variables, 0);
    variables[0] = units;
    variables[1] = class_;
    top = 0;
    int[] code = program.code();
    int at = 0;
    while (true) {
      int operand = code[at + 1];
      switch (code[at]) {
        case Program.PUSH -> stack[top++] = operand;
        case Program.LOAD -> stack[top++] = variables[operand];
        case Program.STORE -> variables[operand] = stack[--top];
        case Program.ADD -> {
          top--;
          stack[top - 1] += stack[top];
        }
        case Program.MUL -> {
          top--;
          stack[top - 1] *= stack[top];
        }
        case Program.MOD -> {
          top--;
          stack[top - 1] = Math.floorMod(stack[top - 1], Math.max(1, stack[top]));
        }
        case Program.JUMP_POSITIVE -> {
          if (stack[--top] > 0) {
            at = operand;
            continue;
          }
        }
        default -> {
          return variables[2];
        }
      }
      at += 2;
    }
  }
}
