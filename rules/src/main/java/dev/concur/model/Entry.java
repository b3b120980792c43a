package dev.concur.model;

/**
 * A method at which work comes in from outside or from another thread.
 *
 * @param at the method
 * @param kind what calls it
 * @param concurrent whether several threads may be in it at the same time
 */
public record Entry(Spot at, Kind kind, boolean concurrent) {

  /** What calls an entry. */
  public enum Kind {
    MAIN,
    /** A task handed to an executor, a thread or a parallel stream. */
    TASK,
    WEB,
    MESSAGE,
    SCHEDULED,
    /** A method that outsiders of a library call. */
    PUBLIC,
    EVENT_LOOP,
    MANAGEMENT
  }
}
