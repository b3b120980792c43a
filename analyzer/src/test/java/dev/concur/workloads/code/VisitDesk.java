package dev.concur.workloads.code;

/** Letters and visits behind one lock, though they have nothing to do with each other. */
public final class VisitDesk {

  private static final VisitDesk DESK = new VisitDesk();

  private double letters;
  private double visits;

  private VisitDesk() {}

  public static VisitDesk desk() {
    return DESK;
  }

  public synchronized double weigh(int grams) {
    for (int i = 1; i < 2_000; i++) {
      letters += Math.sqrt(grams + letters / i);
    }
    return letters;
  }

  public synchronized double seat(int visitors) {
    for (int i = 1; i < 2_000; i++) {
      visits += Math.sqrt(visitors + visits / i);
    }
    return visits;
  }
}
