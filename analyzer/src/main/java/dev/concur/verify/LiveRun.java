package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Experiment;
import dev.concur.advise.Workload;
import java.util.ArrayList;
import java.util.List;

/**
 * How the user's own method can be run.
 *
 * @param options options of the worker JVM: the agent and the settings
 * @param size size of made-up arguments
 * @param nanos ns a call took, waiting included
 * @param waited ns of it that were stubbed waiting
 * @param stubs methods whose calls were replaced by waits
 */
record LiveRun(List<String> options, int size, double nanos, double waited, List<String> stubs) {
  LiveRun {
    options = List.copyOf(options);
    stubs = List.copyOf(stubs);
  }

  /** The same, with all waits stretched. */
  LiveRun stretched(double factor) {
    List<String> more = new ArrayList<>(options);
    more.add("-Dconcur.live.stretch=" + factor);
    return new LiveRun(more, size, nanos, waited, stubs);
  }

  /** Whether an arm can be played on the user's own code, unchanged but for its class loader. */
  static boolean plays(Arm arm) {
    boolean model =
        switch (arm.model()) {
          case SEQUENTIAL, THREADS, VIRTUAL_THREADS, PROCESSES, LOCK_CHANGE -> true;
          case ASYNC, NATIVE, FIX -> false;
        };
    boolean lock =
        switch (arm.lock()) {
          case NONE, AS_IS, PER_WORKER -> true;
          case WAITING_OUTSIDE, NARROWED, STRIPED -> false;
        };
    return model && lock;
  }

  /** The same experiment, with those arms only that can be played, and one task as it was timed. */
  Experiment of(Experiment experiment) {
    return new Experiment(
        experiment.id(),
        experiment.title(),
        workload(experiment.workload(), experiment.baseline().lock()),
        experiment.subject(),
        experiment.lock(),
        experiment.arms().stream().filter(LiveRun::plays).toList(),
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
        dev.concur.model.Interval.of(computing * (1 - heldCpu)),
        dev.concur.model.Interval.of(waited * (1 - heldWait)),
        dev.concur.model.Interval.of(computing * heldCpu),
        dev.concur.model.Interval.of(waited * heldWait),
        estimate.tasks(),
        estimate.waits(),
        estimate.computes());
  }

  private static double share(double part, double rest) {
    return part + rest == 0 ? 0 : part / (part + rest);
  }
}
