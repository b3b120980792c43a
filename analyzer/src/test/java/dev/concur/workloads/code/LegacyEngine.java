package dev.concur.workloads.code;

/** An engine that keeps its registers in static fields, behind the lock of its class. */
public final class LegacyEngine {

  private static double accumulator;
  private static int counter;
  private static double[] registers = new double[16];

  private LegacyEngine() {}

  public static synchronized double run(int program) {
    accumulator = program;
    for (counter = 0; counter < 40_000; counter++) {
      step();
    }
    return accumulator;
  }

  private static void step() {
    int register = counter & 15;
    registers[register] += accumulator;
    accumulator = Math.sqrt(Math.abs(accumulator + registers[register] * counter));
  }
}
