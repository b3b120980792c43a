package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Path;
import dev.concur.model.Region;
import java.util.Optional;

/** How the code runs its tasks now. */
final class Baselines {

  // A concurrent map begins with as many bins.
  private static final int FEW_BINS = 16;

  // One that gets a new key with each pass has more bins than keys.
  private static final int MANY_BINS = 256;

  // More than the cores of a usual server: nobody sizes a pool so for computing.
  private static final int CROWD = 32;

  // A fork/join pool keeps so many spare threads at most (ForkJoinPool: 256).
  private static final int SPARES = 256;

  /** Giving away a slice so large costs its elements nothing. */
  static final int LARGE_CHUNK = 1_000;

  private Baselines() {}

  static Arm sequential() {
    return arm(Model.SEQUENTIAL, LockState.NONE, Parameters.NONE);
  }

  /** One thread does it all. */
  static Arm oneThread() {
    return arm(Model.THREADS, LockState.NONE, pool(1));
  }

  /** A pipeline that is parallel already. */
  static Arm parallel(int atOnce, int chunk) {
    return arm(Model.THREADS, LockState.NONE, new Parameters(atOnce, 0, chunk, 0, 0, 0));
  }

  /**
   * Threads that meet at the lock: enough to keep the cores busy, or all requests when they wait.
   */
  static Arm atLock(Workload work, Optional<Feed> feed, int cores) {
    Load load = Load.middle(work);
    if (feed.isPresent()) {
      return feed.get().inTurn()
          ? sequential()
          : arm(Model.THREADS, LockState.AS_IS, pool((int) feed.get().threads()));
    }
    double busy = cores * (1 + load.waits() / Math.max(1, load.computing()));
    int threads = (int) Math.max(cores, Math.min(Math.ceil(busy), load.tasks()));
    return arm(Model.THREADS, LockState.AS_IS, pool(threads));
  }

  /** Requests that meet at the bins of one map. */
  static Arm atBins(Workload work, Region region) {
    int bins = region.path() == Path.MISS ? MANY_BINS : FEW_BINS;
    int threads = (int) Load.middle(work).tasks();
    return arm(Model.THREADS, LockState.STRIPED, new Parameters(threads, 0, 0, 0, bins, 0));
  }

  /**
   * As the place hands them over: side by side, or one at a time when each is waited for. A pool of
   * many threads that is made for one call has about as many tasks, so that each of them starts a
   * thread.
   */
  static Arm of(HandOff handOff, Workload work, int cores) {
    if (handOff.joined()) {
      return sequential();
    }
    int size = handOff.executor().size().orElse(0);
    return handOff.poolForOneCall() && size >= CROWD
        ? arm(Model.THREADS, LockState.NONE, new Parameters(0, size, 0, 0, 0, 0))
        : of(handOff.executor(), work, cores);
  }

  /** A pool that has another thread for each that waits. */
  static Arm asManyAsCome(Workload work) {
    return arm(Model.THREADS, LockState.NONE, pool((int) Math.min(SPARES, work.tasks().middle())));
  }

  /** As this executor runs them. */
  private static Arm of(Executor executor, Workload work, int cores) {
    int tasks = (int) Math.max(1, work.tasks().middle());
    return switch (executor.kind()) {
      case FIXED -> arm(Model.THREADS, LockState.NONE, pool(executor.size().orElse(cores)));
      case CORES, WORK_STEALING, PARALLEL_STREAM, UNKNOWN ->
          arm(Model.THREADS, LockState.NONE, pool(cores));
      // The pool leaves one core to the caller, who does not help here.
      case COMMON_POOL -> arm(Model.THREADS, LockState.NONE, pool(Math.max(1, cores - 1)));
      case SINGLE, SCHEDULED, EVENT_LOOP -> oneThread();
      case CACHED -> arm(Model.THREADS, LockState.NONE, pool(tasks));
      case NEW_THREAD -> arm(Model.THREADS, LockState.NONE, new Parameters(0, tasks, 0, 0, 0, 0));
      case VIRTUAL, POOLED_VIRTUAL ->
          arm(Model.VIRTUAL_THREADS, LockState.NONE, new Parameters(0, tasks, 0, 0, 0, 0));
    };
  }

  private static Parameters pool(int size) {
    return new Parameters(size, 0, 0, 0, 0, 0);
  }

  private static Arm arm(Model model, LockState lock, Parameters sizes) {
    return new Arm("asItIs", Role.BASELINE, model, lock, sizes);
  }
}
