package com.pawlane.clinic.rooms;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Two tubes, many patients. */
public class XrayMachine {
  private final Semaphore tubes = new Semaphore(2, true);
  private final AtomicInteger exposures = new AtomicInteger();

  public int expose(Runnable shot) throws InterruptedException {
    tubes.acquire();
    try {
      shot.run();
      return exposures.incrementAndGet();
    } finally {
      tubes.release();
    }
  }

  public boolean busy() {
    return tubes.availablePermits() == 0;
  }
}
