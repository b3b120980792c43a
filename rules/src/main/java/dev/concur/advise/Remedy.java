package dev.concur.advise;

import java.util.Optional;

/**
 * One way out, or a way that was looked at and refused.
 *
 * @param model the way of running the work
 * @param lockChange how the lock changes, for model {@link Model#LOCK_CHANGE}; what must change
 *     with another model, such as the lock that more threads would queue for or an object of its
 *     own for each thread
 * @param change what to do, in a sentence a reviewer can act on
 * @param status recommended, alternative, rejected or withdrawn
 * @param why for rejected and withdrawn: the reason; else empty
 * @param when what must hold: JDK, configuration, safety; else empty
 * @param parameters what was sized
 * @param predicted what it is expected to bring; empty for a fix
 * @param verdict what measuring said; empty when verification was not asked for
 */
public record Remedy(
    Model model,
    Optional<LockChange> lockChange,
    String change,
    Status status,
    String why,
    String when,
    Parameters parameters,
    Optional<Prediction> predicted,
    Optional<Verdict> verdict) {

  /** What is said where nothing that could be changed pays. */
  public static final String LEAVE = "Leave it as it is.";

  /** Where a remedy stands in the advice. */
  public enum Status {
    RECOMMENDED,
    ALTERNATIVE,
    REJECTED,
    /** It was recommended, and measuring refuted it. */
    WITHDRAWN
  }

  /** Whether it asks for no change at all. */
  public boolean leaves() {
    return change.equals(LEAVE);
  }

  /** The word for it in reports: {@code threads}, {@code stripe}, {@code threads + confine}. */
  public String way() {
    if (lockChange.isEmpty()) {
      return model.word();
    }
    String change = lockChange.get().word();
    return model == Model.LOCK_CHANGE ? change : model.word() + " + " + change;
  }

  /** The same remedy, measured. */
  public Remedy with(Verdict measured) {
    return new Remedy(
        model, lockChange, change, status, why, when, parameters, predicted, Optional.of(measured));
  }
}
