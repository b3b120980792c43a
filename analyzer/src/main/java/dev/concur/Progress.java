package dev.concur;

/** Somebody who wants to see how far the work is. Called from the thread that asked for it. */
public interface Progress {

  /** Shows nothing. */
  Progress NONE = (what, done, all) -> {};

  /**
   * A step begins or gets on.
   *
   * @param what what is being done, in a few words
   * @param done how much of it is done
   * @param all how much there is, or 0 when nobody knows
   */
  void at(String what, int done, int all);
}
