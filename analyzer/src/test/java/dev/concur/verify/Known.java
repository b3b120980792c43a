package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Workload;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Experiments whose outcome is known beforehand. */
final class Known {

  private Known() {}

  static final Parameters THREADS_16 = new Parameters(16, 16, 0, 0, 0, 0);

  /** 16 tasks that wait: one after the other against 16 threads. */
  static Experiment waitingOnThreads() {
    return experiment(
        "waiting-on-threads",
        "Sixteen calls that wait, one after the other or on sixteen threads",
        waiting(2e6, 16),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        arm("advised", Role.ADVISED, Model.THREADS, LockState.NONE, THREADS_16),
        16);
  }

  static Experiment waitingOnVirtualThreads() {
    return experiment(
        "waiting-on-virtual",
        "Calls that wait, on a thread each",
        waiting(5e6, 200),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        arm(
            "advised",
            Role.ADVISED,
            Model.VIRTUAL_THREADS,
            LockState.NONE,
            new Parameters(0, 200, 0, 0, 0, 0)),
        200,
        arm(
            "threads",
            Role.ALTERNATIVE,
            Model.THREADS,
            LockState.NONE,
            new Parameters(50, 50, 0, 0, 0, 0)));
  }

  static Experiment waitingAsync() {
    return experiment(
        "waiting-async",
        "Calls that wait, as stages",
        waiting(5e6, 100),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        arm("advised", Role.ADVISED, Model.ASYNC, LockState.NONE, Parameters.NONE),
        100);
  }

  static Experiment computingOnCores(Kind kind, int cores) {
    return experiment(
        "computing-" + kind.word(),
        "A loop that computes, on all cores",
        computing(200e3, 200, kind),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        arm(
            "advised",
            Role.ADVISED,
            Model.THREADS,
            LockState.NONE,
            new Parameters(cores, cores, 25, 0, 0, 0)),
        cores);
  }

  /** Tasks of nothing, given to a pool one by one. */
  static Experiment tinyHandOffs() {
    return experiment(
        "tiny-hand-offs",
        "Tasks of nothing, given to a pool or run at once",
        computing(50, 500, Kind.MATHS),
        arm(
            "baseline",
            Role.BASELINE,
            Model.THREADS,
            LockState.NONE,
            new Parameters(4, 0, 0, 0, 0, 0)),
        arm("advised", Role.ADVISED, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        10,
        arm(
            "threadEach",
            Role.ALTERNATIVE,
            Model.THREADS,
            LockState.NONE,
            new Parameters(0, 50, 0, 0, 0, 0)));
  }

  /** The same on both sides, with no difference predicted. */
  static Experiment leaveItAlone() {
    return experiment(
        "leave-it-alone",
        "The same twice",
        computing(50e3, 200, Kind.MATHS),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        arm("advised", Role.ADVISED, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        1);
  }

  /** Threads promised for work under one lock: must be refuted. */
  static Experiment threadsUnderGil(int cores) {
    return experiment(
        "threads-under-gil",
        "Threads for work that runs under one lock",
        heldComputing(50e3, 200),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.AS_IS, Parameters.NONE),
        arm(
            "advised",
            Role.ADVISED,
            Model.THREADS,
            LockState.AS_IS,
            new Parameters(cores, cores, 0, 0, 0, 0)),
        cores);
  }

  static Experiment shardsInsteadOfGil(int cores) {
    return experiment(
        "shards-instead-of-gil",
        "A lock for each worker instead of one",
        heldComputing(50e3, 200),
        arm(
            "baseline",
            Role.BASELINE,
            Model.THREADS,
            LockState.AS_IS,
            new Parameters(cores, cores, 0, 0, 0, 0)),
        arm(
            "advised",
            Role.ADVISED,
            Model.LOCK_CHANGE,
            LockState.PER_WORKER,
            new Parameters(cores, cores, 0, 0, 0, 0)),
        cores,
        arm(
            "striped",
            Role.ALTERNATIVE,
            Model.LOCK_CHANGE,
            LockState.STRIPED,
            new Parameters(cores, cores, 0, 0, 8, 0)),
        arm(
            "narrowed",
            Role.ALTERNATIVE,
            Model.LOCK_CHANGE,
            LockState.NARROWED,
            new Parameters(cores, cores, 0, 0, 0, 0)));
  }

  static Experiment waitingMovedOut() {
    return experiment(
        "waiting-moved-out",
        "The waiting moved out of the lock",
        new Workload(
            Interval.ZERO,
            Interval.ZERO,
            Interval.of(2e3),
            Interval.of(5e6),
            Interval.of(64),
            Set.of(Kind.NETWORK),
            Set.of(Kind.TEXT)),
        arm("baseline", Role.BASELINE, Model.THREADS, LockState.AS_IS, THREADS_16),
        arm("advised", Role.ADVISED, Model.LOCK_CHANGE, LockState.WAITING_OUTSIDE, THREADS_16),
        16);
  }

  static Experiment processesInsteadOfGil(int cores) {
    return experiment(
        "processes-instead-of-gil",
        "A worker process for each core",
        heldComputing(20e3, 2000),
        arm(
            "baseline",
            Role.BASELINE,
            Model.THREADS,
            LockState.AS_IS,
            new Parameters(cores, cores, 0, 0, 0, 0)),
        arm(
            "advised",
            Role.ADVISED,
            Model.PROCESSES,
            LockState.PER_WORKER,
            new Parameters(0, 0, 64, cores, 0, 0)),
        cores);
  }

  static Experiment vectorised() {
    return experiment(
        "vectorised",
        "A dot product in vector registers",
        heldComputing(100e3, 100),
        arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.AS_IS, Parameters.NONE),
        arm("advised", Role.ADVISED, Model.NATIVE, LockState.NARROWED, Parameters.NONE),
        3);
  }

  static Workload waiting(double nanos, int tasks) {
    return new Workload(
        Interval.ZERO,
        Interval.of(nanos),
        Interval.ZERO,
        Interval.ZERO,
        Interval.of(tasks),
        Set.of(Kind.NETWORK),
        Set.of());
  }

  static Workload computing(double nanos, int tasks, Kind kind) {
    return new Workload(
        Interval.of(nanos),
        Interval.ZERO,
        Interval.ZERO,
        Interval.ZERO,
        Interval.of(tasks),
        Set.of(),
        Set.of(kind));
  }

  static Workload heldComputing(double nanos, int tasks) {
    return new Workload(
        Interval.ZERO,
        Interval.ZERO,
        Interval.of(nanos),
        Interval.ZERO,
        Interval.of(tasks),
        Set.of(),
        Set.of(Kind.MATHS));
  }

  static Arm arm(String id, Role role, Model model, LockState lock, Parameters parameters) {
    return new Arm(id, role, model, lock, parameters);
  }

  static Experiment experiment(
      String id,
      String title,
      Workload workload,
      Arm baseline,
      Arm advised,
      double predicted,
      Arm... others) {
    List<Arm> arms = new java.util.ArrayList<>(List.of(baseline, advised));
    arms.addAll(List.of(others));
    int runtime = advised.model() == Model.VIRTUAL_THREADS ? 21 : 17;
    return new Experiment(id, title, workload, Optional.empty(), "", arms, predicted, runtime);
  }
}
