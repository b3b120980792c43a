package dev.concur.workloads.code;

/** Looks every ten milliseconds whether a job is done that takes three. */
public final class WatchedJob {

  private volatile boolean done;

  public int run(int number) throws InterruptedException {
    done = false;
    Thread job = new Thread(this::work);
    job.start();
    while (!done) {
      Thread.sleep(10);
    }
    return number;
  }

  private void work() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done = true;
  }
}
