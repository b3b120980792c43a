package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.advise.Workload;
import dev.concur.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One task of an experiment in plain numbers, made to fit a window: what the generated benchmark
 * has for constants.
 *
 * @param tasks tasks in one operation
 * @param cpu computing outside the lock, ns per task
 * @param waiting waiting outside the lock, ns per task
 * @param heldCpu computing under the lock, ns per task
 * @param heldWaiting waiting under the lock, ns per task
 * @param capacity how many may wait at once for what is downstream, or 0 for any number
 * @param notes how it differs from the workload that was asked for
 */
record StandIn(
    int tasks,
    double cpu,
    double waiting,
    double heldCpu,
    double heldWaiting,
    int capacity,
    List<String> notes) {

  /** A task that waits longer than this is shortened, all its parts alike, ns. */
  private static final double LONGEST_TASK = 100e6;

  /**
   * And one that computes: a batch of a few for each core still makes a window of usual length, and
   * handing it to a thread (some 50 us) stays below 1 % of it, ns.
   */
  private static final double LONGEST_COMPUTED_TASK = 10e6;

  /** The longest operation of a baseline that waits, so that a window stays short, ns. */
  private static final double LONGEST_OPERATION = 200e6;

  /** And of one that computes, so that a window has several, ns. */
  private static final double LONGEST_COMPUTING = 40e6;

  /** Of tasks that compute longer a few must do, ns. */
  private static final double LONG_TASK = 10e6;

  /** With fewer tasks a batch shows nothing of running them together. */
  private static final int FEWEST_TASKS = 4;

  private static final int MOST_TASKS = 100_000;

  StandIn {
    notes = List.copyOf(notes);
  }

  static StandIn of(Experiment experiment, int cores) {
    Workload work = experiment.workload();
    boolean waits = !work.waiting().isZero() || !work.heldWaiting().isZero();
    return of(experiment, cores, waits ? LONGEST_TASK : LONGEST_COMPUTED_TASK);
  }

  /** The plan for a task that runs as it is: nothing of it can be shortened. */
  static StandIn ofLive(Experiment experiment, int cores) {
    return of(experiment, cores, Double.MAX_VALUE);
  }

  private static StandIn of(Experiment experiment, int cores, double longest) {
    Workload workload = experiment.workload();
    List<String> notes = new ArrayList<>();
    double whole = workload.total().middle();
    double scale = Math.min(1, longest / Math.max(1, whole));
    if (scale < 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "A task takes %s; all its parts are shortened alike to %s.",
              Nanos.text(whole),
              Nanos.text(longest)));
    }
    StandIn one =
        new StandIn(
            1,
            scale * workload.cpu().middle(),
            scale * workload.waiting().middle(),
            scale * workload.heldCpu().middle(),
            scale * workload.heldWaiting().middle(),
            experiment.arms().stream().mapToInt(arm -> arm.parameters().permits()).max().orElse(0),
            List.of());
    long wanted = Math.max(2, Math.round(workload.tasks().middle()));
    double longestOperation = one.waitsMore() ? LONGEST_OPERATION : LONGEST_COMPUTING;
    long fitting = (long) (longestOperation / one.nanosPerTask(experiment.baseline(), cores));
    long fewest = Math.max(one.fewest(cores), messages(experiment, cores));
    int tasks = (int) Math.min(Math.min(wanted, MOST_TASKS), Math.max(fitting, fewest));
    int wholeRounds = one.with(tasks, notes).inWholeRounds(experiment, cores);
    if (wholeRounds < wanted) {
      notes.add(
          "A batch has "
              + wholeRounds
              + " tasks instead of "
              + wanted
              + ", to keep windows short and the last round full.");
    }
    return one.with(wholeRounds, notes);
  }

  /** Enough to keep all cores busy to the end, and fewer where a task computes for long. */
  private long fewest(int cores) {
    return cpu + heldCpu > LONG_TASK ? 2L * cores : 2L * FEWEST_TASKS * cores;
  }

  /** Enough for two messages to each worker process. */
  private static long messages(Experiment experiment, int cores) {
    return experiment.arms().stream()
        .limit(2)
        .filter(arm -> arm.model() == Model.PROCESSES)
        .mapToLong(arm -> 2L * ArmSizes.batch(arm) * ArmSizes.workers(arm, cores))
        .max()
        .orElse(0);
  }

  /** The same with waits of another length, and as many tasks as then fit. */
  StandIn withWaitsTimes(double factor) {
    int fewer = factor > 1 ? (int) Math.max(FEWEST_TASKS, tasks / factor) : tasks;
    return new StandIn(
        Math.min(tasks, fewer),
        cpu,
        waiting * factor,
        heldCpu,
        heldWaiting * factor,
        capacity,
        notes);
  }

  /** ns between two finished tasks in this arm, as the law has it. */
  double nanosPerTask(Arm arm, int cores) {
    double computing = cpu + heldCpu;
    double whole = computing + waiting + heldWaiting;
    double held = held(arm.lock(), arm);
    double inFlight = inFlight(arm, cores);
    double atMost = Math.max(computing / Math.min(cores, inFlight), whole / inFlight);
    if (capacity > 0) {
      atMost = Math.max(atMost, (waiting + heldWaiting) / capacity);
    }
    return Math.max(1, Math.max(atMost, held));
  }

  /** How many of its tasks an arm has in flight at once. */
  double inFlight(Arm arm, int cores) {
    int most = tasks > 1 ? tasks : Integer.MAX_VALUE;
    return switch (arm.model()) {
      case SEQUENTIAL, FIX -> 1;
      case THREADS, LOCK_CHANGE -> Math.min(most, ArmSizes.threads(arm, cores));
      case NATIVE -> Math.min(most, Math.max(1, arm.parameters().poolSize()));
      case PROCESSES -> Math.min(most, ArmSizes.workers(arm, cores));
      case VIRTUAL_THREADS, ASYNC -> {
        int limit = arm.parameters().inFlight();
        yield limit > 0
            ? Math.min(most, limit)
            : Math.max(most == Integer.MAX_VALUE ? 64 : most, 1);
      }
    };
  }

  /** The workload that it was made of, with the costs that are played. */
  Workload played(Workload work) {
    return new Workload(
        Interval.of(cpu),
        Interval.of(waiting),
        Interval.of(heldCpu),
        Interval.of(heldWaiting),
        work.tasks(),
        work.waits(),
        work.computes(),
        work.capacity());
  }

  /** Whether a task waits most of its time. */
  boolean mostlyWaits() {
    return waiting + heldWaiting > 9 * (cpu + heldCpu);
  }

  /** Whether a task waits longer than it computes. */
  boolean waitsMore() {
    return waiting + heldWaiting > cpu + heldCpu;
  }

  /** Whether stolen cores could change the answer: all but plain waiting without a lock. */
  boolean needsQuiet(Experiment experiment) {
    return experiment.workload().locked() || !mostlyWaits();
  }

  boolean waits() {
    return waiting + heldWaiting > 0;
  }

  private double held(LockState lock, Arm arm) {
    return switch (lock) {
      case NONE, NARROWED, PER_WORKER -> 0;
      case AS_IS -> heldCpu + heldWaiting;
      case WAITING_OUTSIDE -> heldCpu;
      case COMPUTING_OUTSIDE -> heldWaiting;
      case STRIPED -> (heldCpu + heldWaiting) / ArmSizes.stripes(arm);
    };
  }

  /** Tasks such that the advised arm has no half-empty last round. */
  private int inWholeRounds(Experiment experiment, int cores) {
    int together = (int) inFlight(experiment.advised(), cores);
    return tasks > together ? tasks - tasks % together : tasks;
  }

  private StandIn with(int batch, List<String> said) {
    return new StandIn(batch, cpu, waiting, heldCpu, heldWaiting, capacity, said);
  }
}
