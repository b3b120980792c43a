package dev.concur.samples.pollsleeploop;

/** Waits for the courier. Wrong: looks out of the window every half second, all day. */
public final class CourierWatch {

  private volatile boolean arrived;

  /** The courier is here. */
  public void arrive() { // label: light
    arrived = true;
  }

  /** Waits until the courier is here. */
  public void awaitCourier() throws InterruptedException { // label: io sleep
    while (!arrived) { // expect: poll-sleep-loop
      Thread.sleep(500);
    }
  }
}
