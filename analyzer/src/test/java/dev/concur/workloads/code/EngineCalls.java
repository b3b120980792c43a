package dev.concur.workloads.code;

/** An old engine that keeps its state in static fields, behind one lock. */
public final class EngineCalls {

  private static final Object ENGINE = new Object();
  private static final double[] STATE = new double[64];

  private EngineCalls() {}

  public static double price(int contract) {
    synchronized (ENGINE) {
      load(contract);
      for (int year = 0; year < 400; year++) {
        step(year);
      }
      return STATE[0];
    }
  }

  private static void load(int contract) {
    for (int i = 0; i < STATE.length; i++) {
      STATE[i] = contract + i;
    }
  }

  private static void step(int year) {
    for (int i = 1; i < STATE.length; i++) {
      STATE[i] = Math.sqrt(STATE[i] * STATE[i - 1] + year);
    }
    STATE[0] = STATE[STATE.length - 1];
  }
}
