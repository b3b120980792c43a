package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.advise.Workload;
import dev.concur.model.Interval;
import dev.concur.weave.LockRewrite.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the user's own method can be run.
 *
 * @param options options of the worker JVM: the agent and the settings
 * @param arguments where receiver and arguments come from
 * @param repeats calls in one task
 * @param nanos ns a task took, waiting included
 * @param waited ns of it that were stubbed waiting
 * @param stretch factor on all waits
 * @param stubs methods whose calls were replaced by waits
 * @param changed ways of changing the lock that work with it
 */
record LiveRun(
    List<String> options,
    Arguments arguments,
    int repeats,
    double nanos,
    double waited,
    double stretch,
    List<String> stubs,
    Set<Change> changed) {
  LiveRun {
    changed = Set.copyOf(changed);
    options = List.copyOf(options);
    stubs = List.copyOf(stubs);
  }

  /**
   * Where receiver and arguments come from.
   *
   * @param inWords of the method that has them
   * @param inSource in the benchmark's source
   * @param home folder that the worker JVM starts in; that of this process when empty
   */
  record Arguments(String inWords, String inSource, Optional<Path> home) {
    /**
     * Made-up ones.
     *
     * @param but what a reader must know of what came of them, or empty
     */
    static Arguments invented(int size, String but) {
      return new Arguments(
          " with made-up arguments" + but,
          "with made-up arguments of size " + size,
          Optional.empty());
    }

    static Arguments driven(String by) {
      return new Arguments(", driven by " + by, "driven by " + by, Optional.empty());
    }

    static Arguments captured(String test, Path folder) {
      return new Arguments(
          " with arguments of " + test,
          "with receiver and arguments of " + test,
          Optional.of(folder.toAbsolutePath()));
    }
  }

  /** The same, with all waits stretched. */
  LiveRun stretched(double factor) {
    return new LiveRun(
        options, arguments, repeats, nanos, waited, stretch * factor, stubs, changed);
  }

  /** The same, with its waits shortened when a task waits longer than this, ns. */
  LiveRun withWaitsWithin(double most) {
    if (waited <= most) {
      return this;
    }
    double factor = most / waited;
    return new LiveRun(
        options, arguments, repeats, nanos - waited + most, most, stretch * factor, stubs, changed);
  }

  /** Whose arguments these are and how often it is called, in words. */
  String inWords() {
    String who = "your own method" + arguments.inWords;
    return repeats > 1 ? who + ", " + repeats + " calls a task" : who;
  }

  /** All options of the worker JVM. */
  List<String> jvmOptions() {
    List<String> all = new ArrayList<>(options);
    if (stretch != 1) {
      all.add("-Dconcur.live.stretch=" + stretch);
    }
    return all;
  }

  /** Whether an arm can be played on the user's own code at all. */
  static boolean plays(Arm arm) {
    if (arm.lock() == LockState.COMPUTING_OUTSIDE) {
      return false; // no rewriting of code takes just the computing out of a lock
    }
    return switch (arm.model()) {
      case SEQUENTIAL, THREADS, VIRTUAL_THREADS, PROCESSES, LOCK_CHANGE -> true;
      // Stages and timers can stand for threads that wait only where no lock is held meanwhile.
      case ASYNC -> arm.lock() == LockState.NONE || arm.lock() == LockState.WAITING_OUTSIDE;
      case NATIVE, FIX -> false;
    };
  }

  /** How the code is rewritten for an arm. */
  static Change changeOf(Arm arm) {
    if (arm.model() == Model.ASYNC) {
      return Change.NONE;
    }
    return switch (arm.lock()) {
      case WAITING_OUTSIDE -> Change.WAITING_OUTSIDE;
      case NARROWED -> Change.NARROWED;
      case NONE, AS_IS, STRIPED, PER_WORKER, COMPUTING_OUTSIDE -> Change.NONE;
    };
  }

  private boolean playsChanged(Arm arm) {
    return plays(arm) && (changeOf(arm) == Change.NONE || changed.contains(changeOf(arm)));
  }

  /**
   * The task as it was estimated; where calls are replaced by waits, it computes no more than was
   * timed, since what these compute on their way is not run. On a busy machine more is timed.
   */
  Workload asReplaced(Workload estimate, LockState lock) {
    if (stubs.isEmpty()) {
      return estimate;
    }
    Workload timed = workload(estimate, lock);
    return new Workload(
        least(estimate.cpu(), timed.cpu()),
        estimate.waiting().times(stretch),
        least(estimate.heldCpu(), timed.heldCpu()),
        estimate.heldWaiting().times(stretch),
        estimate.tasks(),
        estimate.waits(),
        estimate.computes(),
        estimate.capacity());
  }

  private static Interval least(Interval one, Interval other) {
    return one.middle() <= other.middle() ? one : other;
  }

  /** The same experiment, with those arms only that can be played, and one task as it was timed. */
  Experiment of(Experiment experiment) {
    return new Experiment(
        experiment.id(),
        experiment.title(),
        workload(experiment.workload(), experiment.baseline().lock()),
        experiment.subject(),
        experiment.lock(),
        experiment.arms().stream().filter(this::playsChanged).toList(),
        experiment.predicted(),
        experiment.minimumRuntime());
  }

  /** The measured time of a call, shared out between lock and outside as the estimate has it. */
  private Workload workload(Workload estimate, LockState lock) {
    double computing = Math.max(1, nanos - waited);
    double heldCpu =
        lock == LockState.NONE ? 0 : share(estimate.heldCpu().middle(), estimate.cpu().middle());
    double heldWait =
        lock == LockState.NONE
            ? 0
            : share(estimate.heldWaiting().middle(), estimate.waiting().middle());
    return new Workload(
        Interval.of(computing * (1 - heldCpu)),
        Interval.of(waited * (1 - heldWait)),
        Interval.of(computing * heldCpu),
        Interval.of(waited * heldWait),
        estimate.tasks(),
        estimate.waits(),
        estimate.computes());
  }

  private static double share(double part, double rest) {
    return part + rest == 0 ? 0 : part / (part + rest);
  }
}
