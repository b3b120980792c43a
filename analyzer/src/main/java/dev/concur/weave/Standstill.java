package dev.concur.weave;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stops a test of the user's at the entry of a method, and keeps it there: receiver and arguments
 * are then as the test made them, and whatever it would close or clear afterwards stays open. What
 * the thread has locked must not stay locked, though: a monitor of the receiver or its class is
 * given back by waiting on it; with any other lock the test is ended by an error instead.
 */
public final class Standstill {

  private static final BlockingQueue<Call> CAUGHT = new ArrayBlockingQueue<>(1);
  private static volatile int wanted;
  private static int toGo;

  private Standstill() {}

  /** A call that was stopped before its first instruction. */
  public static final class Call {
    private final @Nullable Object receiver;
    private final Object[] arguments;

    Call(@Nullable Object receiver, Object[] arguments) {
      this.receiver = receiver;
      this.arguments = arguments;
    }

    /** What it is called on; null for a static method or a constructor. */
    public @Nullable Object receiver() {
      return receiver;
    }

    /** As they were passed. */
    public Object[] arguments() {
      return arguments;
    }
  }

  /** Ends a test that holds a lock; tests catch no errors. */
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1;

    Ended() {
      super("stopped by concur, since its thread holds a lock", null, false, false);
    }
  }

  /** The call of this number after the test has said {@link #begin}; one capture at a time. */
  public static synchronized Optional<Call> of(int number, Runnable test, long patienceMillis)
      throws InterruptedException {
    CAUGHT.clear();
    wanted = number;
    try {
      return awaited(TestThreads.start(test), patienceMillis);
    } finally {
      arm(0);
      TestThreads.over();
    }
  }

  private static Optional<Call> awaited(Thread thread, long patienceMillis)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    Call call = null;
    while (call == null && System.nanoTime() < end) {
      boolean over = !thread.isAlive();
      call = CAUGHT.poll(over ? 0 : 20, TimeUnit.MILLISECONDS);
      if (over) {
        break;
      }
    }
    return Optional.ofNullable(call);
  }

  /** The test that is wanted begins: its calls are counted from here on. */
  public static void begin() {
    arm(wanted);
  }

  private static void arm(int number) {
    synchronized (CAUGHT) {
      toGo = number;
    }
  }

  /** Called at the entry of the woven method, with its receiver, if it has one, before the rest. */
  public static void at(Class<?> owner, int receivers, Object[] all) {
    synchronized (CAUGHT) {
      if (toGo == 0 || --toGo > 0) {
        return;
      }
    }
    Object receiver = receivers == 0 ? null : all[0];
    Object monitor = receiver == null ? owner : receiver;
    Call call = new Call(receiver, Arrays.copyOfRange(all, receivers, all.length));
    ThreadInfo held =
        ManagementFactory.getThreadMXBean()
            .getThreadInfo(new long[] {Thread.currentThread().getId()}, true, true)[0];
    boolean foreign = holdsOther(held, monitor);
    CAUGHT.add(call);
    if (foreign) {
      throw new Ended();
    }
    stay(monitor, held.getLockedMonitors().length > 0);
  }

  private static boolean holdsOther(ThreadInfo held, Object monitor) {
    return Arrays.stream(held.getLockedMonitors())
            .anyMatch(each -> each.getIdentityHashCode() != System.identityHashCode(monitor))
        || Arrays.stream(held.getLockedSynchronizers()).anyMatch(Standstill::isLock);
  }

  /** A thread of a pool is locked by itself while it runs a task. */
  private static boolean isLock(LockInfo held) {
    return !held.getClassName().startsWith("java.util.concurrent.ThreadPoolExecutor");
  }

  /** For good. Interrupts are those of a time limit that the test is under. */
  private static void stay(Object monitor, boolean locked) {
    while (true) {
      if (locked) {
        await(monitor);
      } else {
        LockSupport.park();
      }
      Thread.interrupted();
    }
  }

  /** Until it is interrupted: nobody has anything to tell it. */
  private static void await(Object monitor) {
    try {
      synchronized (monitor) {
        while (true) {
          monitor.wait();
        }
      }
    } catch (InterruptedException goOn) {
      // It stays.
    }
  }
}
