package dev.concur.samples.unsupportedthreadcalls;

/** Runs errands. Wrong: the first wish throws, the second changes nothing. */
public final class Errand {

  /** Sends somebody, who is to keep the desk open. */
  public Thread sendForGood(Runnable errand) {
    Thread runner = Thread.ofVirtual().unstarted(errand);
    runner.setDaemon(false); // expect: unsupported-thread-calls [fix]
    runner.start();
    return runner;
  }

  /** Sends somebody, who is to hurry. */
  public Thread sendInHaste(Runnable errand) {
    Thread runner = Thread.startVirtualThread(errand);
    runner.setPriority(Thread.MAX_PRIORITY); // expect: unsupported-thread-calls [fix]
    return runner;
  }
}
