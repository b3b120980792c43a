package dev.concur.samples.gilstory;

/** A price script: a loop of simple instructions on one register and one accumulator. */
public final class Script {

  private static final int ADD = 0;
  private static final int SCALE = 1;
  private static final int ROUND = 2;

  private final int[] code;
  private final double[] operands;

  public Script(int[] code, double[] operands) {
    this.code = code.clone();
    this.operands = operands.clone();
  }

  /** Runs so many instructions, each on what the one before it left. */
  public double run(double start, int instructions) {
    double value = start;
    for (int step = 0; step < instructions; step++) {
      int at = step % code.length;
      value = apply(code[at], operands[at], value);
    }
    return value;
  }

  private static double apply(int instruction, double operand, double value) { // label: light
    return switch (instruction) {
      case ADD -> value + operand;
      case SCALE -> value * operand;
      case ROUND -> Math.rint(value / operand) * operand;
      default -> Math.log1p(Math.abs(value)) * operand;
    };
  }
}
