package dev.concur.model;

import java.util.Locale;

/** By what mechanism one thread keeps the others out. */
public enum LockKind {
  MONITOR,
  SYNCHRONIZED_METHOD,
  LOCK,
  READ_WRITE_LOCK,
  SEMAPHORE,
  /** The bin of a concurrent map while a compute function runs. */
  MAP_BIN,
  CLASS_INIT,
  SYNCHRONIZED_COLLECTION,
  SINGLE_THREAD_EXECUTOR,
  SINGLE_CONNECTION,
  EVENT_LOOP,
  /** An embedded interpreter with a global lock of its own. */
  NATIVE_INTERPRETER,
  CUSTOM,
  /**
   * What every call of a shared object changes, such as the seed of a generator: no lock at all.
   */
  SEED,
  /**
   * An object of the JDK whose every call locks it, though each thread could have one of its own,
   * such as a collator.
   */
  TOOL;

  /** Whether work passes through one thread or one connection and not through a lock proper. */
  public boolean funnel() {
    return this == SINGLE_THREAD_EXECUTOR || this == SINGLE_CONNECTION || this == EVENT_LOOP;
  }

  /** Whether it is a monitor, which pins virtual threads on JDK 21 to 23 (JEP 491 ended that). */
  public boolean monitor() {
    return this == MONITOR
        || this == SYNCHRONIZED_METHOD
        || this == SYNCHRONIZED_COLLECTION
        || this == TOOL;
  }

  /** The word used in reports; they know no seeds and no tools. */
  public String word() {
    return switch (this) {
      case SEED -> CUSTOM.word();
      case TOOL -> MONITOR.word();
      default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
