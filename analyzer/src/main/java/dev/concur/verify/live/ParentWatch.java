package dev.concur.verify.live;

import dev.concur.weave.Jail;
import java.util.Optional;

/**
 * Ends this JVM when the one that started it is gone, however that one ended and whatever the code
 * under test does here.
 */
public final class ParentWatch {

  private static final String PARENT = "concur.parent";
  private static final int ORPHANED = 72;
  private static final long MILLIS = 200;

  private ParentWatch() {}

  /** The option by which a parent says who it is; it may be gone before this JVM can ask. */
  public static String option() {
    return "-D" + PARENT + "=" + ProcessHandle.current().pid();
  }

  /** Begins to watch, in a thread of its own. */
  public static void start() {
    Long named = Long.getLong(PARENT);
    Optional<ProcessHandle> parent =
        named == null ? ProcessHandle.current().parent() : ProcessHandle.of(named);
    if (parent.isPresent()) {
      watch(parent.get());
    } else if (named != null) {
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  private static void watch(ProcessHandle parent) {
    Thread thread =
        new Thread(
            () -> {
              while (parent.isAlive()) {
                try {
                  Thread.sleep(MILLIS);
                } catch (InterruptedException goOn) {
                  // Nobody but the code under test would interrupt a watcher.
                }
              }
              Runtime.getRuntime().halt(ORPHANED);
            },
            "concur-parent");
    thread.setDaemon(true);
    Jail.own(thread);
    thread.start();
  }
}
