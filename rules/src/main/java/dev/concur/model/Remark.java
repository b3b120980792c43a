package dev.concur.model;

/** Something odd about one place of a method, which only the values there show. */
public sealed interface Remark {

  /** The place. */
  Spot at();

  /**
   * A process is waited for without a limit, and nobody has read what it says or sent that
   * elsewhere before.
   *
   * @param started where it was started
   */
  record UndrainedProcess(Spot at, Spot started) implements Remark {}

  /**
   * A virtual thread is asked for what only a platform thread grants.
   *
   * @param wish the method that is called
   */
  record VainWish(Spot at, String wish) implements Remark {}
}
