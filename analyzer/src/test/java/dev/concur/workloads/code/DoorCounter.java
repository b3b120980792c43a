package dev.concur.workloads.code;

/** Counts everybody who comes in. */
public final class DoorCounter {

  private static final DoorCounter DOOR = new DoorCounter();

  private long in;

  private DoorCounter() {}

  public static DoorCounter door() {
    return DOOR;
  }

  /** Looks at a ticket, and counts who has one. */
  public static int check(int ticket) {
    int hash = hash(ticket);
    DOOR.enter();
    return hash;
  }

  public static int hash(int ticket) {
    int hash = ticket;
    for (int i = 0; i < 200; i++) {
      hash = hash * 31 + (hash >>> 5);
    }
    return hash;
  }

  public synchronized void enter() {
    in++;
  }

  public synchronized long in() {
    return in;
  }
}
