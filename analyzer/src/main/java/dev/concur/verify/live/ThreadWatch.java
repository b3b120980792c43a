package dev.concur.verify.live;

import dev.concur.weave.Jail;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** Ends this JVM when the code under test starts more threads than anything needs. */
public final class ThreadWatch {

  private static final int TOO_MANY = 70;
  private static final long MILLIS = 50;

  private ThreadWatch() {}

  /**
   * Begins to watch, in a thread of its own.
   *
   * @param most threads of the whole JVM
   * @param told how many there are, before the JVM ends
   */
  public static void start(int most, IntConsumer told) {
    Thread thread = new Thread(() -> watch(most, told), "concur-watch");
    thread.setDaemon(true);
    Jail.own(thread);
    thread.start();
  }

  private static void watch(int most, IntConsumer told) {
    while (true) {
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      if (threads > most) {
        told.accept(threads);
        Runtime.getRuntime().halt(TOO_MANY);
      }
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException goOn) {
        // Nobody but the code under test would interrupt a watcher.
      }
    }
  }
}
