package dev.concur.advise;

import java.util.Optional;

/**
 * One way out that is weighed.
 *
 * @param model the way of running the work
 * @param lockChange how the lock changes
 * @param change what to do, in a sentence
 * @param when what must hold
 * @param arm how an experiment would play it
 * @param effort 0 for nothing to do, 1 for a line, 2 for a few lines, 3 for a class, 4 and 5 for
 *     another architecture
 * @param objection why it is out of the question whatever it would gain, or empty
 */
record Candidate(
    Model model,
    Optional<LockChange> lockChange,
    String change,
    String when,
    Arm arm,
    int effort,
    String objection) {

  static Candidate of(Model model, String change, Arm arm, int effort) {
    return new Candidate(model, Optional.empty(), change, "", arm, effort, "");
  }

  static Candidate changing(LockChange how, String change, Arm arm, int effort) {
    return new Candidate(Model.LOCK_CHANGE, Optional.of(how), change, "", arm, effort, "");
  }

  /** The same in other words. */
  Candidate saying(String words) {
    return new Candidate(model, lockChange, words, when, arm, effort, objection);
  }

  Candidate provided(String condition) {
    String both = when.isEmpty() ? condition : when + "; " + condition;
    return new Candidate(model, lockChange, change, both, arm, effort, objection);
  }

  Candidate refusedBecause(String reason) {
    return new Candidate(model, lockChange, change, when, arm, effort, reason);
  }

  boolean refused() {
    return !objection.isEmpty();
  }
}
