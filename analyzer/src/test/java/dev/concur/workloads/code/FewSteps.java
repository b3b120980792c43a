package dev.concur.workloads.code;

/** A handful of small steps, done as they are. */
public final class FewSteps {

  public static final int STEPS = 50;

  public long all() {
    long sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += step(i);
    }
    return sum;
  }

  public static long step(int i) {
    long value = i;
    for (int round = 0; round < 50; round++) {
      value = value * 31 + round;
    }
    return value;
  }
}
