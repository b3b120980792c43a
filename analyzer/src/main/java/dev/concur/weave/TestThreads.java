package dev.concur.weave;

/**
 * The threads in which tests of the user's run, told from all others by their group: those that a
 * test starts are in it too.
 */
public final class TestThreads {

  private static final ThreadGroup GROUP = new ThreadGroup("concur-tests");

  private static volatile boolean running;

  private TestThreads() {}

  /** Starts a thread for tests, which does not keep the JVM alive. */
  public static Thread start(Runnable tests) {
    running = true;
    Thread thread = new Thread(GROUP, tests, "concur-test");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** From here on these threads are like all others, until the next start. */
  static void over() {
    running = false;
  }

  /** Whether the calling thread belongs to a test that is running. */
  public static boolean here() {
    return running && Thread.currentThread().getThreadGroup() == GROUP;
  }
}
