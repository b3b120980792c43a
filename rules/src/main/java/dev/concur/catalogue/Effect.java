package dev.concur.catalogue;

import dev.concur.model.Executor;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One thing that a call of a known method does. */
public sealed interface Effect {

  /**
   * The calling thread always waits, this long a call; a timeout bounds it or, for sleeping, is its
   * length.
   */
  record Waits(Kind kind, Interval nanos, Optional<Timeout> timeout) implements Effect {}

  /**
   * The calling thread waits as often as the object at {@code place} is bound to a device: {@code
   * InputStream.read}.
   *
   * @param share the part of the device's wait that one call pays (buffered reads pay less), 0..1
   * @param otherwise the device it usually is, for an object that was not seen being made
   */
  record WaitsAs(Place place, double share, Optional<Device> otherwise) implements Effect {}

  /**
   * The result (new object, returned value, field) is bound to a device; one operation on it waits
   * this long.
   */
  record Device(Kind kind, Interval nanos) implements Effect {}

  /** The result never waits: {@code ByteArrayInputStream}, {@code StringReader}. */
  record InMemory() implements Effect {}

  /**
   * The result waits as the object at {@code place} does: {@code new BufferedReader(reader)}.
   *
   * @param otherwise the device it usually is, for an object that was not seen being made
   */
  record Wraps(Place place, Optional<Device> otherwise) implements Effect {}

  /**
   * Computes this long a call, at a realistic size of what is at {@code sizedBy} when that is
   * given.
   */
  record Computes(Kind kind, Interval nanos, Optional<Place> sizedBy) implements Effect {}

  /**
   * Runs the callback at {@code callback} on the calling thread. {@link Place#THIS} is the
   * receiver's own task, or the one it carries. {@code of} is what its elements are counted from;
   * {@code via} names the methods called when it is not the single abstract one.
   */
  record CallsBack(Place callback, Times times, Optional<Place> of, List<String> via)
      implements Effect {}

  /**
   * Runs the lazy stages that the receiver has gathered: a terminal operation of a stream, a
   * subscription. An early one stops at the first element that will do.
   */
  record Terminal(boolean early) implements Effect {}

  /** The result is a stream whose terminal operation runs on the common pool, or no longer does. */
  record Parallel(boolean on) implements Effect {}

  /**
   * The result holds the task at {@code task}; whoever starts or runs the result runs it: {@code
   * new Thread(task)}.
   */
  record Carries(Place task) implements Effect {}

  /**
   * Hands the task at {@code task} ({@link Place#THIS}: the receiver's own or carried one) to
   * another thread.
   */
  record Starts(Place task, By by, List<String> via, Optional<Timeout> delay) implements Effect {}

  /** Who runs a started task. */
  sealed interface By {
    /** The executor at this place of the call. */
    record Given(Place executor) implements By {}

    /** An executor of the API's own. */
    record Own(Executor.Kind kind) implements By {}

    /**
     * The thread that completes the receiver, or the caller when it is complete: {@code thenApply}.
     */
    record Completer() implements By {}
  }

  /**
   * Reactive stages after this call (or before it: {@code subscribeOn}) run on the scheduler at
   * {@code scheduler}.
   */
  record Moves(Place scheduler, boolean upstream) implements Effect {}

  /** The result is an executor with {@code size} threads at first and {@code most} at last. */
  record Makes(Executor.Kind kind, Size size, Size most) implements Effect {}

  /** A number of threads: a constant, an argument, or not said. */
  record Size(OptionalInt constant, Optional<Place> argument) {
    static final Size UNSAID = new Size(OptionalInt.empty(), Optional.empty());
  }

  /**
   * The result is a handle of work that waits elsewhere for {@code kind}; whoever joins it waits
   * that long.
   */
  record Promises(Kind kind, Interval nanos) implements Effect {}

  /** Waits for the work whose handle is at {@code place}: {@code Future.get}. */
  record Joins(Place place, Optional<Timeout> timeout) implements Effect {}

  /** Takes the lock at {@code place}. */
  record Acquires(Place place, Side side, Mode mode, Optional<Timeout> timeout) implements Effect {}

  /** Gives the lock at {@code place} back. */
  record Releases(Place place, Side side) implements Effect {}

  /** What is taken of a lock. */
  enum Side {
    MONITOR,
    LOCK,
    READ,
    WRITE,
    STAMPED_READ,
    STAMPED_WRITE,
    SEMAPHORE
  }

  /** How a lock is asked for. */
  enum Mode {
    BLOCKING,
    TRY,
    TIMED
  }

  /** The result is one side of the receiver: {@code ReadWriteLock.readLock()}. */
  record SideOf(Side side) implements Effect {}

  /** The result is a condition of the receiver: {@code Lock.newCondition()}. */
  record ConditionOf() implements Effect {}

  /** Holds the receiver's monitor during the call: {@code Hashtable.get}. */
  record LocksReceiver() implements Effect {}

  /** The result's methods all lock it: {@code Collections.synchronizedMap}. */
  record SynchronizedResult() implements Effect {}

  /**
   * Runs the callback at {@code callback} while it holds one bin of the receiver: {@code
   * ConcurrentHashMap.compute}.
   */
  record BinLock(Place callback) implements Effect {}

  /**
   * Waits for a signal with the lock of {@code place} released meanwhile: {@code Object.wait},
   * {@code Condition.await}.
   */
  record Awaits(Place place, Optional<Timeout> timeout) implements Effect {}

  /**
   * Runs under the one lock of a native library or interpreter: one for the process, or one per
   * receiver.
   */
  record GlobalInterpreter(String identity, boolean perReceiver) implements Effect {}

  /** Runs a program in another language here; how long that takes is up to who wrote it. */
  record Interprets() implements Effect {}

  /** Writes a log record of this level; little when the level is off. */
  record Logs(Level level) implements Effect {}

  /**
   * Answers whether logging of this level is on: what it guards is rare for {@code TRACE} and
   * {@code DEBUG}.
   */
  record Guards(Level level) implements Effect {}

  /** A logging level. */
  enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /**
   * Takes one of a limited number: a pooled {@code connection}, {@code client}, {@code object},
   * {@code thread}.
   */
  record Takes(String what) implements Effect {}

  /** Does not return: {@code System.exit}. */
  record Exits() implements Effect {}

  /** The result is null, but for programs that hardly anybody has any more. */
  record AnswersNull() implements Effect {}

  /** What a child process says goes elsewhere than into a pipe to us. */
  record Redirects() implements Effect {}

  /** A wish that only a platform thread grants: to keep the JVM alive, to be of some priority. */
  record PlatformOnly() implements Effect {}

  /** How often a callback runs. */
  enum Times {
    /** Once a call. */
    ONCE,
    /** At most once a call, commonly. */
    MAYBE,
    /** Only when a key or value is missing: the loader of a cache. */
    MISS,
    /** Once for each element. */
    EACH,
    /** About n log n times for n elements: a comparator. */
    SORTING,
    /** For each element, when a terminal operation of the result runs. */
    LAZY,
    /** Only after a failure. */
    ERROR
  }
}
