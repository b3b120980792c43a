package dev.concur.samples.gilstaticlock;

/**
 * Graduated duty. Wrong: the schedule never changes, and still every clerk queues at the one desk.
 *
 * <p>Best: change the lock. The figures are fixed, so the computing needs none at all.
 */
public final class DutySchedule {

  private final double[] thresholds;
  private final double[] rates;

  public DutySchedule(double[] thresholds, double[] rates) {
    this.thresholds = thresholds.clone();
    this.rates = rates.clone();
  }

  /** Duty of a year's shipments, where each one is rated at what came before it. */
  public double dutyOn(double[] shipments) {
    synchronized (CustomsOffice.DESK) { // expect: gil-static-lock [lock-change]
      double sum = 0;
      double duty = 0;
      for (double shipment : shipments) {
        sum += shipment;
        duty += shipment * rateAt(sum) * Math.exp(-duty / (1 + sum));
      }
      return duty;
    }
  }

  private double rateAt(double sum) {
    int step = 0;
    while (step < thresholds.length && thresholds[step] <= sum) {
      step++;
    }
    return rates[Math.min(step, rates.length - 1)];
  }
}
