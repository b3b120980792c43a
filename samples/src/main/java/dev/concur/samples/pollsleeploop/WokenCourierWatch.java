package dev.concur.samples.pollsleeploop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Right: waits to be told, which costs nothing and is at once. */
public final class WokenCourierWatch {

  private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();

  /** A courier is here. */
  public void arrive(String courier) { // label: light
    arrivals.add(courier);
  }

  /** Waits for the next courier. */
  public String awaitCourier() throws InterruptedException { // label: io lock
    return arrivals.take();
  }
}
