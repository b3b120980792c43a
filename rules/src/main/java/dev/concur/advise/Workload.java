package dev.concur.advise;

import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.Set;

/**
 * One task of the work in question, as the laws and the benchmarks need it. All times are ns per
 * task.
 *
 * @param cpu computing outside the lock in question
 * @param waiting waiting outside the lock
 * @param heldCpu computing while the lock is held
 * @param heldWaiting waiting while the lock is held
 * @param tasks how many tasks are there to run at once (iterations of a loop, concurrent requests)
 * @param waits the kinds of waiting, strongest first
 * @param computes the kinds of computing, strongest first
 * @param capacity waits at once that what is waited for will bear
 */
public record Workload(
    Interval cpu,
    Interval waiting,
    Interval heldCpu,
    Interval heldWaiting,
    Interval tasks,
    Set<Kind> waits,
    Set<Kind> computes,
    int capacity) {
  /** One whose waits are borne by as many as is usual for their kind. */
  public Workload(
      Interval cpu,
      Interval waiting,
      Interval heldCpu,
      Interval heldWaiting,
      Interval tasks,
      Set<Kind> waits,
      Set<Kind> computes) {
    this(cpu, waiting, heldCpu, heldWaiting, tasks, waits, computes, Downstream.bears(waits));
  }

  public Workload {
    waits = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(waits));
    computes = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(computes));
  }

  /** The same over something that lets so many through at once, as the code says. */
  Workload bearing(int most) {
    return new Workload(cpu, waiting, heldCpu, heldWaiting, tasks, waits, computes, most);
  }

  /** Whether any of it runs under a lock. */
  public boolean locked() {
    return !heldCpu.isZero() || !heldWaiting.isZero();
  }

  /** The whole of one task, ns. */
  public Interval total() {
    return cpu.plus(waiting).plus(heldCpu).plus(heldWaiting);
  }
}
