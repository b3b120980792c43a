package dev.concur.verify;

import java.util.Locale;

/**
 * Waits for quiet moments in the course of one run. Patiently at first; once that was in vain, a
 * glance has to do, so that a busy machine does not cost each advice the same wait again.
 */
final class Lull {

  private final LoadGate gate;
  private boolean vain;

  Lull(LoadGate gate) {
    this.gate = gate;
  }

  /** Whether the last wait was in vain. */
  boolean missed() {
    return vain;
  }

  /** Gets its patience back. */
  void hopeAgain() {
    vain = false;
  }

  /**
   * Waits for one, in vain perhaps.
   *
   * @return run-delay share at the end
   */
  double await(Budget budget) {
    double share = vain ? MachineLoad.runDelayShare() : gate.await(budget);
    vain = !gate.passes(share);
    return share;
  }

  boolean passes(double share) {
    return gate.passes(share);
  }

  /** Why nothing can be said with so much going on. */
  String reason(double share) {
    return String.format(
        Locale.ROOT,
        "machine busy (run-delay %.2f, limit %.2f): try again when nothing else runs",
        share,
        gate.most());
  }
}
