package dev.concur.advise;

import dev.concur.model.MethodRef;
import java.util.List;
import java.util.Optional;

/**
 * What would confirm or refute an advice. The judged arm is chosen here, before anything runs.
 *
 * @param id id of the finding it belongs to
 * @param title one line for the generated source
 * @param workload one task, for a stand-in with the same shape
 * @param subject the user's own method that is one task, when it can be named
 * @param lock id of the lock in question, or empty
 * @param arms baseline first, then advised, then the others
 * @param predicted speedup of advised over baseline
 * @param minimumRuntime Java release the advised arm needs
 */
public record Experiment(
    String id,
    String title,
    Workload workload,
    Optional<MethodRef> subject,
    String lock,
    List<Arm> arms,
    double predicted,
    int minimumRuntime) {
  public Experiment {
    arms = List.copyOf(arms);
  }

  /** The code as it is. */
  public Arm baseline() {
    return arms.get(0);
  }

  /** The arm that is judged. */
  public Arm advised() {
    return arms.get(1);
  }

  /**
   * The speedup that is predicted for a batch of so many tasks, after which nothing comes: at most
   * what is predicted for all.
   *
   * @param played one task as it is played
   */
  public double predictedOf(int tasks, Workload played, int cores) {
    return BatchPrediction.of(this, played, tasks, cores);
  }
}
