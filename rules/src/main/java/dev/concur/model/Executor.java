package dev.concur.model;

import java.util.OptionalInt;

/**
 * Who runs a task that is handed off.
 *
 * @param kind the sort of runner
 * @param size how many tasks it runs at once, when a constant
 * @param identity what the reader calls it, such as {@code field a.b.C.pool}, or empty
 * @param created where it is made; the hand-off itself when that was not seen
 */
public record Executor(Kind kind, OptionalInt size, String identity, Spot created) {

  /** The sort of runner. */
  public enum Kind {
    FIXED,
    /** Sized by the number of cores. */
    CORES,
    CACHED,
    SINGLE,
    SCHEDULED,
    WORK_STEALING,
    COMMON_POOL,
    PARALLEL_STREAM,
    VIRTUAL,
    /** Virtual threads kept in a pool, which defeats their purpose. */
    POOLED_VIRTUAL,
    NEW_THREAD,
    EVENT_LOOP,
    UNKNOWN
  }

  /** Whether its threads are platform threads. */
  public boolean platform() {
    return switch (kind) {
      case VIRTUAL, POOLED_VIRTUAL, UNKNOWN -> false;
      default -> true;
    };
  }
}
