package dev.concur.samples.spinwait;

/** Waits for the bell. Wrong: a whole core is kept busy with nothing. */
public final class DoorBell {

  private volatile boolean rung;

  /** Rings. */
  public void ring() { // label: light
    rung = true;
  }

  /** Waits until it has rung. */
  public void awaitRing() {
    while (!rung) { // expect: spin-wait
      // keep asking
    }
    rung = false;
  }
}
