package com.kittiwake.freight.edi;

import java.util.Vector;

/** What the gateway threads have to do. */
public class JobQueue {
  private final Vector jobs = new Vector();
  private boolean closed;

  public synchronized void put(Object job) {
    jobs.addElement(job);
    notifyAll();
  }

  /** Blocks until there is something to do; null when closed. */
  public synchronized Object take() throws InterruptedException {
    while (jobs.isEmpty() && !closed) {
      wait();
    }
    if (jobs.isEmpty()) {
      return null;
    }
    Object job = jobs.elementAt(0);
    jobs.removeElementAt(0);
    return job;
  }

  public synchronized Object poll() {
    if (jobs.isEmpty()) {
      return null;
    }
    Object job = jobs.firstElement();
    jobs.removeElementAt(0);
    return job;
  }

  public synchronized void awaitEmpty() throws InterruptedException {
    while (!jobs.isEmpty()) {
      wait(50);
    }
  }

  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
