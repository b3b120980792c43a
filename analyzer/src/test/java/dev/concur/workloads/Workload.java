package dev.concur.workloads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of work: ordinary code that concur reads, and the same tasks run in every way.
 *
 * <p>As it is, code is either a loop on the calling thread, or threads that meet at a lock, or
 * whatever {@link #asItIs} says.
 */
final class Workload {

  /** One task by its number. */
  interface Task {
    void run(int index) throws Exception;
  }

  /** All tasks, run to completion. */
  interface Play {
    void all(int tasks) throws Exception;
  }

  private static final int CORES = 2;

  private final String name;
  private final Class<?> code;
  private final int tasks;
  private final Task task;
  private final Map<String, Play> changes = new LinkedHashMap<>();
  private Play asItIs;
  private Play async;
  private int batch = 1;
  private int threads;

  Workload(Class<?> code, int tasks, Task task) {
    this.name = code.getSimpleName();
    this.code = code;
    this.tasks = tasks;
    this.task = task;
    this.asItIs = Plays.sequential(task);
    this.async = Plays.stages(CORES, task);
  }

  /** The code runs its tasks itself, in this way. */
  Workload asItIs(Play play) {
    asItIs = play;
    return this;
  }

  /** The code is entered by so many threads at once. */
  Workload enteredBy(int many) {
    threads = many;
    asItIs = Plays.entered(many, task);
    return this;
  }

  /** The tasks as stages that hold no thread while they wait. */
  Workload async(Plays.Stage stage) {
    async = Plays.async(stage);
    return this;
  }

  /** Tasks that cross to a worker process at once. */
  Workload batch(int many) {
    batch = many;
    return this;
  }

  /** The same task after a change of the lock, entered by as many threads as before. */
  Workload change(String how, Task changed) {
    return changed(how, Plays.entered(threads == 0 ? CORES : threads, changed));
  }

  /** The same task after another change of the code. */
  Workload changed(String how, Play play) {
    changes.put(how, play);
    return this;
  }

  String name() {
    return name;
  }

  Class<?> code() {
    return code;
  }

  int tasks() {
    return tasks;
  }

  int batch() {
    return batch;
  }

  Task task() {
    return task;
  }

  /** Every way by name, the code as it is first. Processes are added by who can start them. */
  Map<String, Play> ways(Optional<Play> processes) {
    Map<String, Play> ways = new LinkedHashMap<>();
    ways.put("as-it-is", asItIs);
    ways.put("sequential", Plays.sequential(task));
    ways.put("threads-2", Plays.parallel(CORES, task));
    for (int size : new int[] {10, 50, 200}) {
      ways.put("threads-" + size, Plays.threads(size, task));
    }
    ways.put("virtual-threads", Plays.virtual(task));
    ways.put("async", async);
    processes.ifPresent(play -> ways.put("processes", play));
    ways.putAll(changes);
    return ways;
  }
}
