package dev.concur.verify;

import java.time.Duration;

/**
 * How quiet the machine must be to judge what depends on cores.
 *
 * @param most largest run-delay share at which a measurement counts, 0..1
 * @param patience how long to wait for a quieter moment
 */
public record LoadGate(double most, Duration patience) {

  /**
   * Quiet machines showed shares up to .09, busy ones .53 and more; nothing between was seen, so
   * the gate stands nearer to the quiet side.
   */
  public static final LoadGate USUAL = new LoadGate(.25, Duration.ofSeconds(6));

  /** Lets everything through: for tests of other things than the gate. */
  public static final LoadGate OPEN = new LoadGate(1, Duration.ZERO);

  /**
   * Waits for a quiet moment, in vain perhaps.
   *
   * @return run-delay share at the end
   */
  double await(Budget budget) {
    Budget waiting = budget.atMost(patience);
    double share = MachineLoad.runDelayShare();
    while (!passes(share) && waiting.allows(Duration.ofMillis(400))) {
      try {
        Thread.sleep(250);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return share;
      }
      share = MachineLoad.runDelayShare();
    }
    return share;
  }

  /** Whether this is quiet enough. */
  public boolean passes(double share) {
    return share <= most;
  }
}
