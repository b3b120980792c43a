package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.Kind;
import dev.concur.rule.Words;
import java.util.Set;

/**
 * The laws that predictions rest on: with c computing, w waiting and h held for each task, N cores
 * and T tasks in flight, throughput is at most N/c, T/(c+w) and 1/h (operational bounds, Denning
 * and Buzen 1978; within 7 % of measurements on reserved cores). Each way of running adds what it
 * costs to start and to hand over.
 *
 * <p>Every constant was measured on two cores, JDK 17 and 25; {@code LawsTest} holds them against
 * those figures.
 */
final class Laws {

  /** Giving a task to a pool that is busy anyway: .2 to .6 us. */
  static final double POOL_HAND_OFF_NANOS = 600;

  /**
   * Giving a task to a pool and waiting for it at once, which wakes two threads one after the
   * other: 48 us where the cores rest in between (280 such tasks of .07 ms against the same without
   * a pool), 5 us where the threads are awake.
   */
  static final double JOINED_NANOS = 48_000;

  /**
   * Forking and joining one part of what splits itself, and its share of the tasks above it: .12 us
   * a part on two cores, of which .05 us of one core were its work.
   */
  static final double FORK_NANOS = 190;

  /** Starting a platform thread and joining it: 70 to 130 us. */
  static final double THREAD_START_NANOS = 110_000;

  /** Putting a platform thread to sleep and waking it, computing only. */
  static final double THREAD_SWITCH_NANOS = 5_000;

  /**
   * What waking one more of a crowd of platform threads costs beyond that: a hundred that wake
   * together end .75 ms after the wait, two hundred 1.5 ms.
   */
  static final double CROWD_NANOS = 10_000;

  /**
   * Computing in one call over a network, which is not waiting: a byte over a connection of its own
   * took 60 to 200 us, both ends on one machine. What HTTP adds is said in the catalogue.
   */
  static final double NETWORK_TALK_NANOS = 80_000;

  /** What HTTP adds to that at most; its calls have it from the catalogue. */
  static final double HTTP_NANOS = 250_000;

  /**
   * Starting a process and collecting it, in the kernel and in what is started: what is left when
   * two cores gain 8.6x to 11x of tools that wait 16 to 40 ms, and no more with more threads.
   */
  static final double PROCESS_TALK_NANOS = 2_000_000;

  /** The same of a query over a connection that is open. */
  static final double DATABASE_TALK_NANOS = 20_000;

  /**
   * Share of the cores' speed that is left when all compute: 29 computing workloads of three
   * authors gained 1.48x to 2.07x on two quiet cores, 1.84x in the middle, since collections and
   * compilation are done on the free core before; a control that needs neither gained 1.97x.
   */
  static final double ALL_CORES = 0.92;

  /**
   * A lock that other threads take too, whatever is done under it: two threads counted 5.5 million
   * times a second, and 8.5 million with an adder, .17 us more for each.
   */
  static final double SHARED_LOCK_NANOS = 170;

  /**
   * Handing over a lock that is held for a moment, to one of few: two threads that tallied in a map
   * under a lock took .20 us a count where one took .04 us, two that drew from one generator .11 us
   * where one took .03 us.
   */
  static final double HANDING_NANOS = 130;

  /**
   * A draw from a generator of one's own over a draw from one that is shared, which steps by
   * compare-and-set: 4 ns against 25 ns, one thread alone.
   */
  static final double OWN_DRAW = 0.16;

  /** Starting a virtual thread: .8 us of wall time on two cores. */
  static final double VIRTUAL_START_NANOS = 1_600;

  /** Parking and unparking a virtual thread: 1.7 us of wall time on two cores. */
  static final double VIRTUAL_PARK_NANOS = 3_400;

  /** One completion stage and its completion from another thread: .4 to .7 us a stage. */
  static final double STAGE_NANOS = 1_500;

  /**
   * Writes that must reach one disk share its way there: so many at once are as fast as this power
   * of their number. Three workloads: 1.2x to 1.7x with 2 threads, 2.8x to 6.2x with 8, 4.9x to
   * 10.7x with 32, 4.3x to 7.8x with 200.
   */
  static final double DURABLE_OVERLAP = 0.6;

  /** Starting a parallel stream and waiting for its end: 4 to 8 us. */
  static final double SPLIT_NANOS = 8_000;

  /**
   * The same where other tasks keep the cores busy, so that nobody else takes a part: 40 streams of
   * 1.5 us each in tasks on two cores cost 1.5 us of computing and 1.9 us of time a stream more.
   */
  static final double NESTED_SPLIT_NANOS = 2_000;

  /** One crossing to another process and back: a 20 us task alone gains 1.07x on two cores. */
  static final double CROSSING_NANOS = 17_000;

  /** One item in a batch that crosses: .24 us tasks in batches of 1,024 gain 1.49x. */
  static final double ITEM_NANOS = 66;

  /** Vector code against scalar code for one numeric kernel: 1.2x (memory) to 14x (cache). */
  static final double KERNEL_LOW = 1;

  /** See {@link #KERNEL_LOW}: a cautious guess, since not every kernel is all lanes. */
  static final double KERNEL_MIDDLE = 2;

  /** See {@link #KERNEL_LOW}. */
  static final double KERNEL_HIGH = 10;

  private Laws() {}

  /** What keeps a rate from being higher. */
  enum Limit {
    CORES,
    FLIGHT,
    LOCK
  }

  /**
   * How fast the tasks are done.
   *
   * @param perSecond tasks a second
   * @param limit what keeps it from more
   * @param words the same in words
   */
  record Rate(double perSecond, Limit limit, String words) {}

  /** The rate of one load run in one way on this many cores. */
  static Rate rate(Load load, Arm arm, int cores) {
    Load run = load.under(arm.lock());
    // Threads that meet at a lock go on by themselves; tasks that permits let in come all at once.
    // So do those of a pool that has a thread for each.
    boolean goesOn =
        arm.lock() != LockState.NONE
            && inFlight(arm) <= run.tasks()
            && (arm.model() == Model.THREADS || arm.parameters().permits() == 0);
    return rate(run, arm, cores, goesOn ? 0 : run.waits());
  }

  /**
   * The same where all tasks are there at once and nothing comes after them, as in a benchmark.
   * What waits under one lock waits one after the other and not together.
   */
  static Rate batchRate(Load load, Arm arm, int cores) {
    Load run = load.under(arm.lock());
    boolean queue = run.heldWaiting() > 0 && arm.lock() != LockState.PER_WORKER;
    return rate(run, arm, cores, queue ? 0 : run.waits());
  }

  private static Rate rate(Load run, Arm arm, int cores, double waitedTogether) {
    double bearable = run.waits() > run.computing() ? run.capacity() : run.tasks();
    double inFlight = Math.max(1, Math.min(inFlight(arm), Math.min(run.tasks(), bearable)));
    double computing = run.computing() + startCost(arm) + sleepCost(arm) * sleeps(run);
    computing += arm.lock() == LockState.AS_IS && inFlight > 1 ? SHARED_LOCK_NANOS : 0;
    double byCores = run.tasks() * (computing + loss(run, arm, cores)) / cores;
    double byFlight = run.tasks() / inFlight * (computing + run.waits() * crowding(run, inFlight));
    double byLock =
        arm.lock() == LockState.NONE ? 0 : run.tasks() * heldPerTask(run, arm, inFlight, cores);
    double longest = Math.max(byCores, Math.max(byFlight, byLock));
    double ramp = waitedTogether > 0 ? ramp(run, arm, inFlight, cores, longest > byFlight) : 0;
    double nanos = longest + onceCost(arm) + ramp;
    return rate(run, nanos, limit(longest, byLock, byFlight), computing, inFlight, cores);
  }

  /**
   * What cannot overlap: all that are in flight begin to wait together and end together, so their
   * computing comes on top of one wait; where the cores are the limit, one wait comes on top.
   */
  private static double ramp(Load run, Arm arm, double inFlight, int cores, boolean busy) {
    if (arm.model() == Model.SEQUENTIAL || inFlight <= 1) {
      return 0;
    }
    double crowd = arm.model() == Model.THREADS ? CROWD_NANOS : 0;
    double together =
        inFlight * (run.computing() + startCost(arm) + sleepCost(arm) + crowd) / cores;
    return busy ? Math.min(run.waits(), together) : Math.min(run.total(), together);
  }

  /** What a task costs more when all cores compute; the constants of other ways contain it. */
  private static double loss(Load run, Arm arm, int cores) {
    boolean contained = run.waits() > 0 || arm.model() == Model.PROCESSES;
    return cores == 1 || contained ? 0 : run.computing() * (1 / ALL_CORES - 1);
  }

  /** How much longer each wait takes when so many are in flight. */
  private static double crowding(Load run, double inFlight) {
    return Math.pow(inFlight, 1 - run.overlap());
  }

  /** How waits of these kinds overlap, the strongest first; see {@link #DURABLE_OVERLAP}. */
  static double overlap(Set<Kind> waits) {
    return waits.stream().findFirst().filter(Kind.DISK::equals).isPresent() ? DURABLE_OVERLAP : 1;
  }

  private static Limit limit(double longest, double byLock, double byFlight) {
    if (longest == byLock) {
      return Limit.LOCK;
    }
    return longest == byFlight ? Limit.FLIGHT : Limit.CORES;
  }

  private static Rate rate(
      Load run, double nanos, Limit limit, double computing, double inFlight, int cores) {
    String words =
        switch (limit) {
          case CORES ->
              Words.format("%d cores, each task computing %s", cores, Words.time(computing));
          case FLIGHT ->
              inFlight < 2
                  ? "one task at a time"
                  : Words.format(
                      "%.0f tasks in flight, each taking %s", inFlight, Words.time(run.total()));
          case LOCK -> Words.format("the lock, held %s for each task", Words.time(run.held()));
        };
    return new Rate(run.tasks() / Math.max(1, nanos) * 1e9, limit, words);
  }

  /** Tasks that run or wait at once. */
  static double inFlight(Arm arm) {
    Parameters sizes = arm.parameters();
    int most =
        switch (arm.model()) {
          case THREADS, NATIVE -> sizes.poolSize() > 0 ? sizes.poolSize() : sizes.inFlight();
          case VIRTUAL_THREADS, ASYNC -> sizes.inFlight();
          case PROCESSES -> sizes.workers();
          case SEQUENTIAL, LOCK_CHANGE, FIX -> 1;
        };
    return Math.max(1, sizes.permits() > 0 ? Math.min(most, sizes.permits()) : most);
  }

  private static double startCost(Arm arm) {
    double batch = Math.max(1, arm.parameters().batch());
    return switch (arm.model()) {
      case THREADS -> threadCost(arm, batch);
      case VIRTUAL_THREADS -> VIRTUAL_START_NANOS;
      case ASYNC -> STAGE_NANOS;
      case PROCESSES -> CROSSING_NANOS / batch + ITEM_NANOS;
      case SEQUENTIAL, NATIVE, LOCK_CHANGE, FIX -> 0;
    };
  }

  /** At a lock the threads are there already, and each goes on to its next pass by itself. */
  private static double threadCost(Arm arm, double batch) {
    if (arm.lock() != LockState.NONE) {
      return 0;
    }
    return arm.parameters().poolSize() > 0 ? POOL_HAND_OFF_NANOS / batch : THREAD_START_NANOS;
  }

  /** How often a task sleeps, 0..1: waits shorter than falling asleep stand for one of several. */
  private static double sleeps(Load run) {
    return Math.min(1, run.waits() / THREAD_SWITCH_NANOS);
  }

  private static double sleepCost(Arm arm) {
    return switch (arm.model()) {
      case THREADS -> THREAD_SWITCH_NANOS;
      // A completion wakes an event loop and a stage, as dear as waking a virtual thread.
      case VIRTUAL_THREADS, ASYNC -> VIRTUAL_PARK_NANOS;
      case SEQUENTIAL, PROCESSES, NATIVE, LOCK_CHANGE, FIX -> 0;
    };
  }

  /** Only a pipeline that is split into chunks is started and ended for each set of tasks. */
  private static double onceCost(Arm arm) {
    return arm.model() == Model.THREADS && arm.parameters().batch() > 0 ? SPLIT_NANOS : 0;
  }

  private static double heldPerTask(Load run, Arm arm, double inFlight, int cores) {
    double held = run.held();
    if (arm.lock() == LockState.PER_WORKER) {
      return held / inFlight;
    }
    if (arm.lock() == LockState.STRIPED) {
      return held / busyStripes(Math.max(1, arm.parameters().stripes()), inFlight);
    }
    double contended = run.total() == 0 ? 0 : Math.min(1, (inFlight - 1) * held / run.total());
    double least = inFlight <= 2.0 * cores ? HANDING_NANOS : 0;
    return held + contended * Math.max(least, held * collapse(held, inFlight, cores));
  }

  /** How many of k stripes are busy on average when T tasks fall on them at random. */
  private static double busyStripes(double stripes, double inFlight) {
    return stripes * (1 - Math.pow(1 - 1 / stripes, inFlight));
  }

  /**
   * Share of the held time that a contended lock loses at each hand-over; it falls with the time
   * held. Measured, two threads: .37 at .8 us, .22 at 16 us, .03 at 380 us; eight threads: .14,
   * .16, .04, since a crowd finds the lock awake more often.
   */
  static double collapse(double heldNanos, double inFlight, int cores) {
    double micros = heldNanos / 1000;
    return inFlight <= 2.0 * cores ? 8.8 / (micros + 22.6) : 22.75 / (micros + 162);
  }
}
