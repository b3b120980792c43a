package dev.concur.verify.live;

/** Where the arguments of calls come from. */
interface Given {

  /** Those of one worker, which no other worker has. */
  Object[] arguments() throws CannotMake;

  /** Whether receiver and arguments were made for each other. */
  default boolean belongTogether() {
    return false;
  }
}
