package com.pawlane.clinic.rooms;

import java.util.concurrent.CountDownLatch;

/** The clinic opens when all stations have reported. */
public class ShiftGate {
  private final CountDownLatch stations;
  private final Object monitor = new Object();
  private boolean open;

  public ShiftGate(int count) {
    this.stations = new CountDownLatch(count);
  }

  public void report() {
    stations.countDown();
  }

  public void awaitStations() throws InterruptedException {
    stations.await();
  }

  public void open() {
    synchronized (monitor) {
      open = true;
      monitor.notifyAll();
    }
  }

  public void awaitOpen() throws InterruptedException {
    synchronized (monitor) {
      while (!open) {
        monitor.wait();
      }
    }
  }
}
