package dev.concur.samples.counterunderlock;

import java.util.concurrent.atomic.LongAdder;

/** Right: an adder has as many doors as there are threads. */
public final class AdderVisitorCount {

  private static final AdderVisitorCount AT_THE_DOOR = new AdderVisitorCount();

  private final LongAdder visitors = new LongAdder();

  private AdderVisitorCount() {}

  /** The one counter. */
  public static AdderVisitorCount atTheDoor() {
    return AT_THE_DOOR;
  }

  /** Somebody comes in. */
  public void enter() { // label: light
    visitors.increment();
  }

  /** Who has come in so far. */
  public long visitors() { // label: light
    return visitors.sum();
  }
}
