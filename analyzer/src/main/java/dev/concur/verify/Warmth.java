package dev.concur.verify;

/**
 * Whether a JVM has warmed up: it hardly compiles any more and no longer grows faster. It looks at
 * one arm alone and never at the ratio of both, so that when to begin cannot favour an outcome.
 */
final class Warmth {

  /** The compiler at work for more than this share of a window is still at it. */
  private static final double COMPILING = .1;

  /** Windows in a row that differ by more are not those of a steady JVM. */
  private static final double STEADY = 1.05;

  private double last;
  private boolean steady;

  /** One more window at its head. */
  void add(Window window) {
    boolean calm = window.compileMillis() < COMPILING * window.millis();
    steady = calm && last > 0 && window.tasksPerSecond() < STEADY * last;
    last = window.tasksPerSecond();
  }

  boolean steady() {
    return steady;
  }
}
