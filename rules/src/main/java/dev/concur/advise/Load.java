package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.Interval;
import java.util.function.ToDoubleFunction;

/**
 * One point of a workload: what one task costs, ns, and how many there are.
 *
 * @param cpu computing outside the lock
 * @param waiting waiting outside the lock
 * @param heldCpu computing under the lock
 * @param heldWaiting waiting under the lock
 * @param tasks tasks that could run at once, 1 or more
 * @param capacity waits at once that what is waited for will bear
 * @param talk computing that goes where the waiting goes
 * @param overlap how waits overlap: so many at once are as fast as that power of their number; 1
 *     where none disturbs another
 */
record Load(
    double cpu,
    double waiting,
    double heldCpu,
    double heldWaiting,
    double tasks,
    double capacity,
    double talk,
    double overlap) {

  // What stays under a lock after everything heavy has left: a field or a map entry is touched.
  private static final double TOUCH_NANOS = 100;

  /** The best guesses. */
  static Load middle(Workload work) {
    return at(work, Interval::middle, Interval::middle, Interval::middle);
  }

  static Load at(
      Workload work,
      ToDoubleFunction<Interval> computing,
      ToDoubleFunction<Interval> waiting,
      ToDoubleFunction<Interval> tasks) {
    return new Load(
        computing.applyAsDouble(work.cpu()),
        waiting.applyAsDouble(work.waiting()),
        computing.applyAsDouble(work.heldCpu()),
        waiting.applyAsDouble(work.heldWaiting()),
        Math.max(1, tasks.applyAsDouble(work.tasks())),
        work.capacity(),
        Workloads.leavingNanos(work.waits()),
        Laws.overlap(work.waits()));
  }

  /** The same task after its lock was changed. */
  Load under(LockState state) {
    return switch (state) {
      case AS_IS, STRIPED, PER_WORKER -> this;
      case NONE -> with(cpu + heldCpu, waiting + heldWaiting, 0, 0);
      case WAITING_OUTSIDE -> waitingOutside();
      case NARROWED ->
          with(cpu + heldCpu, waiting + heldWaiting, Math.min(heldCpu, TOUCH_NANOS), 0);
      case COMPUTING_OUTSIDE -> computingOutside();
    };
  }

  private Load waitingOutside() {
    double leaves = Math.min(heldCpu, talk);
    return with(cpu + leaves, waiting + heldWaiting, heldCpu - leaves, 0);
  }

  /** What is said over a network or to a database is a part of what is waited for. */
  private Load computingOutside() {
    double stays = Math.min(heldCpu, Math.max(talk, TOUCH_NANOS));
    return with(cpu + heldCpu - stays, waiting, stays, heldWaiting);
  }

  /** The same task, this many times at once. */
  Load ofTasks(double many) {
    return new Load(cpu, waiting, heldCpu, heldWaiting, many, capacity, talk, overlap);
  }

  /** The same task with its waits this many times as long. */
  Load waitingTimes(double factor) {
    return with(cpu, waiting * factor, heldCpu, heldWaiting * factor);
  }

  /** The same task with its computing this many times as fast. */
  Load computingFaster(double gain) {
    return with(cpu / gain, waiting, heldCpu / gain, heldWaiting);
  }

  /** The same task with so much more to compute, ns. */
  Load paying(double toll) {
    return toll == 0 ? this : with(cpu + toll, waiting, heldCpu, heldWaiting);
  }

  /** The same task with this share of its computing under the lock. */
  Load heldTimes(double factor) {
    return with(cpu, waiting, heldCpu * factor, heldWaiting);
  }

  private Load with(double newCpu, double newWaiting, double newHeldCpu, double newHeldWaiting) {
    return new Load(newCpu, newWaiting, newHeldCpu, newHeldWaiting, tasks, capacity, talk, overlap);
  }

  double computing() {
    return cpu + heldCpu;
  }

  double waits() {
    return waiting + heldWaiting;
  }

  double held() {
    return heldCpu + heldWaiting;
  }

  double total() {
    return computing() + waits();
  }
}
