package dev.concur.samples.unsupportedthreadcalls;

/** Right: a thread of the operating system, which has a priority and can keep the JVM alive. */
public final class PlatformErrand {

  /** Sends somebody, who is to keep the desk open. */
  public Thread send(Runnable errand) {
    Thread runner = new Thread(errand, "errand");
    runner.setDaemon(false);
    runner.setPriority(Thread.MAX_PRIORITY);
    runner.start();
    return runner;
  }
}
