package dev.concur.workloads.code;

import java.util.concurrent.Semaphore;

/** One licence for a service that would serve many. */
public final class OneLicence {

  private static final Semaphore LICENCE = new Semaphore(1);

  private OneLicence() {}

  public static int use(int request) throws InterruptedException {
    LICENCE.acquire();
    try {
      return ask(request);
    } finally {
      LICENCE.release();
    }
  }

  public static int ask(int request) throws InterruptedException {
    Thread.sleep(3);
    return request;
  }
}
