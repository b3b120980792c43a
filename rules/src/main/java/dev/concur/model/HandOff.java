package dev.concur.model;

import java.util.List;
import java.util.Optional;

/**
 * A place where a task is given to another thread.
 *
 * @param at the call that hands over
 * @param executor who runs it
 * @param tasks the methods that may be the task; empty when unknown
 * @param task label of the heaviest of them; empty when unknown
 * @param times how often the place is passed in one execution of its method
 * @param joined whether the caller waits for the result right away, one task at a time
 * @param happenings what the task does that is worth naming, heaviest first
 * @param bounded whether a semaphore or bulkhead bounds the tasks in flight
 * @param path whether this is start-up, hot, ...
 */
public record HandOff(
    Spot at,
    Executor executor,
    List<MethodRef> tasks,
    Optional<Label> task,
    Interval times,
    boolean joined,
    List<Happening> happenings,
    boolean bounded,
    Path path) {
  public HandOff {
    tasks = List.copyOf(tasks);
    happenings = List.copyOf(happenings);
  }

  /** Whether the pool is made where the task is given to it, so that each call makes another. */
  public boolean poolForOneCall() {
    boolean pool =
        executor.kind() == Executor.Kind.FIXED
            || executor.kind() == Executor.Kind.CORES
            || executor.kind() == Executor.Kind.CACHED;
    return pool
        && executor.created().line() != at.line()
        && executor.created().methodRef().equals(at.methodRef());
  }

  /** What the task does of one sort, heaviest first. */
  public <T extends Happening> List<T> all(Class<T> sort) {
    return happenings.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** Cost of the heaviest task; empty when unknown. */
  public Optional<Cost> cost() {
    return task.flatMap(Label::cost);
  }
}
