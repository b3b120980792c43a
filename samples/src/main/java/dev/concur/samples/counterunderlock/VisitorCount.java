package dev.concur.samples.counterunderlock;

/** Counts who comes in. Wrong: a queue at the door, to be counted. */
public final class VisitorCount {

  private static final VisitorCount AT_THE_DOOR = new VisitorCount();

  private long visitors;

  private VisitorCount() {}

  /** The one counter. */
  public static VisitorCount atTheDoor() {
    return AT_THE_DOOR;
  }

  /** Somebody comes in. */
  public synchronized void enter() { // expect: counter-under-lock [lock-change]
    visitors++;
  }

  /** Who has come in so far. */
  public synchronized long visitors() {
    return visitors;
  }
}
