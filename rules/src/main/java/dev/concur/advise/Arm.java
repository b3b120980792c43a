package dev.concur.advise;

import java.util.Optional;

/**
 * One way of running the workload, as an experiment plays it.
 *
 * @param id short name, unique in its experiment, a Java identifier
 * @param role what it is there for
 * @param model how the tasks are run
 * @param lock what becomes of the lock
 * @param parameters sizes
 */
public record Arm(String id, Role role, Model model, LockState lock, Parameters parameters) {

  /**
   * What an arm is there for. Only baseline and advised decide a verdict; the others are
   * exploratory.
   */
  public enum Role {
    BASELINE,
    ADVISED,
    ALTERNATIVE,
    CONTROL,
    /** Faster than any correct change could be: an upper bound. */
    BOUND
  }

  /** What becomes of the lock in an arm. */
  public enum LockState {
    NONE,
    /** As the code has it. */
    AS_IS,
    /** The waiting is moved out, the computing stays in. */
    WAITING_OUTSIDE,
    /** The computing is moved out too; only a touch of shared state stays in. */
    NARROWED,
    /** The computing is moved out; what is waited for, one at a time, stays in. */
    COMPUTING_OUTSIDE,
    STRIPED,
    /** One lock for each worker: each has its own state, as each process would. */
    PER_WORKER
  }

  /** The same where so many threads meet at the lock, who are there whatever becomes of it. */
  Arm metBy(int threads) {
    boolean meet = lock != LockState.NONE && model == Model.THREADS;
    Parameters sizes = parameters;
    return meet
        ? new Arm(
            id,
            role,
            model,
            lock,
            new Parameters(
                threads,
                sizes.inFlight(),
                sizes.batch(),
                sizes.workers(),
                sizes.stripes(),
                sizes.permits()))
        : this;
  }

  /** The lock change this arm stands for, when it changes the lock. */
  public Optional<LockChange> change() {
    return switch (lock) {
      case NONE, AS_IS -> Optional.empty();
      case WAITING_OUTSIDE -> Optional.of(LockChange.MOVE_WAITING_OUT);
      case NARROWED, COMPUTING_OUTSIDE -> Optional.of(LockChange.NARROW);
      case STRIPED -> Optional.of(LockChange.STRIPE);
      case PER_WORKER -> Optional.of(LockChange.PER_INSTANCE);
    };
  }
}
