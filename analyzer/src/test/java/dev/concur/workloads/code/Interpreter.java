package dev.concur.workloads.code;

/** Evaluates under one lock, and waits for its input outside of it. */
public final class Interpreter {

  private static final Object RUNNING = new Object();

  private static long steps;

  private Interpreter() {}

  public static double evaluate(int script) {
    fetch(script);
    synchronized (RUNNING) {
      steps++;
      return run(script);
    }
  }

  public static void fetch(int script) {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new IllegalStateException("no script " + script, e);
    }
  }

  public static double run(int script) {
    double value = script;
    for (int i = 1; i < 30_000; i++) {
      value += Math.sqrt(value + i);
    }
    return value;
  }
}
