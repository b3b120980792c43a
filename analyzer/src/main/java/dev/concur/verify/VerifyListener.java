package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Verdict;

/** Somebody who wants to see how far verification is. Called from the verifying thread. */
public interface VerifyListener {

  /** Listens to nothing. */
  VerifyListener NONE = new VerifyListener() {};

  /** Something is about to happen with one experiment, such as "pair 3". */
  default void working(Experiment experiment, String step) {}

  /**
   * A verdict is there.
   *
   * @param done verdicts so far
   * @param all experiments asked for
   */
  default void judged(Experiment experiment, Verdict verdict, int done, int all) {}

  /** It is over, and this is what the time went on. */
  default void ended(Spent spent) {}
}
