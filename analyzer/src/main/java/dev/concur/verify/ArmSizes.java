package dev.concur.verify;

import dev.concur.advise.Arm;

/** What an arm's parameters come to when they leave a size open. */
final class ArmSizes {

  private ArmSizes() {}

  /** Platform threads: the pool's size, else the tasks in flight, else one a core. */
  static int threads(Arm arm, int cores) {
    if (arm.parameters().poolSize() > 0) {
      return arm.parameters().poolSize();
    }
    return arm.parameters().inFlight() > 0 ? arm.parameters().inFlight() : cores;
  }

  static int workers(Arm arm, int cores) {
    return arm.parameters().workers() > 0 ? arm.parameters().workers() : cores;
  }

  static int stripes(Arm arm) {
    return Math.max(2, arm.parameters().stripes());
  }

  static int batch(Arm arm) {
    return Math.max(1, arm.parameters().batch());
  }
}
