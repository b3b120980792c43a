package dev.concur.weave;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls in place of what would wait: it waits the stated time and makes a value.
 */
public final class Stub {

  private static final LongAdder WAITED = new LongAdder();
  private static final LongAdder ENTERED = new LongAdder();
  private static final LongAdder WAITING = new LongAdder();
  private static volatile double scale = 1;
  private static volatile Values values = call -> null;
  private static int turn;

  /** Of threads that wait later, in one number; empty for all others. */
  private static final ThreadLocal<long[]> OWED = ThreadLocal.withInitial(() -> new long[0]);

  private static final int MOST_LINES = 1 << 16;
  private static final BitSet EXPECTED = new BitSet();
  private static final boolean[] SEEN = new boolean[MOST_LINES];

  private Stub() {}

  /**
   * A call that was replaced.
   *
   * @param owner class it was made on
   * @param name of the method
   * @param descriptor of the method
   * @param loader of the class that called
   * @param promised whether the value is what a future will have
   */
  public record Call(
      String owner, String name, String descriptor, ClassLoader loader, boolean promised) {}

  /** Makes plausible values. */
  public interface Values {
    /** What the call could answer, or null when nothing can be made. */
    @Nullable Object of(Call call);
  }

  /** Says where values come from, and by how much all waits are stretched. */
  public static void use(Values source, double stretch) {
    values = source;
    scale = stretch;
  }

  /** From now on all waits are stretched by this factor. */
  public static void stretch(double factor) {
    scale = factor;
  }

  /** All waits so far, ns over all threads. */
  public static long waitedNanos() {
    return WAITED.sum();
  }

  /** How many threads wait just now. */
  public static long waitingNow() {
    return WAITING.sum();
  }

  /** How often the method that is counted was called. */
  public static long entered() {
    return ENTERED.sum();
  }

  /** A line that the method that is counted has. */
  static synchronized void expect(int line) {
    EXPECTED.set(line);
  }

  /** Called by the method that is counted, at each of its lines. */
  public static void line(int line) {
    if (line < MOST_LINES && !SEEN[line]) {
      SEEN[line] = true;
    }
  }

  /** Forgets which lines were run. */
  public static synchronized void forgetLines() {
    EXPECTED.clear();
    Arrays.fill(SEEN, false);
  }

  /** Forgets which lines were run, but not which there are. */
  public static void forgetSeen() {
    Arrays.fill(SEEN, false);
  }

  /** How many lines the counted method has, those that are known. */
  public static synchronized int lines() {
    return EXPECTED.cardinality();
  }

  /** How many of them were run. */
  public static synchronized int linesSeen() {
    return (int) EXPECTED.stream().filter(line -> line < MOST_LINES && SEEN[line]).count();
  }

  /** Called by the method that is counted. */
  public static void enter() {
    ENTERED.increment();
  }

  /**
   * Runs this with no wait in it.
   *
   * @return how long it would have waited, ns
   */
  public static long owedBy(Runnable task) {
    long[] before = OWED.get();
    long[] owed = {0};
    OWED.set(owed);
    try {
      task.run();
    } finally {
      OWED.set(before);
    }
    return owed[0];
  }

  /** Waits as for a device: parked, computing nothing. */
  public static void pause(long nanos) {
    pause(nanos, () -> {});
  }

  /**
   * Waits, and makes meanwhile what it waits for: that is no computing of the code that waits, and
   * is done without its locks where they are given back while it waits.
   */
  private static void pause(long nanos, Runnable making) {
    long wait = (long) (nanos * scale);
    WAITED.add(wait);
    long[] owed = OWED.get();
    if (owed.length > 0) {
      owed[0] += wait;
      making.run();
      return;
    }
    WAITING.increment();
    try {
      Held.outside(
          () -> {
            long end = System.nanoTime() + wait;
            making.run();
            park(end);
          });
    } finally {
      WAITING.decrement();
    }
  }

  private static void park(long end) {
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Waits, then answers a small number, or whether there is more, which ends after a few times. */
  public static int number(long nanos, String method, String type) {
    pause(nanos);
    if (type.equals("Z")) {
      return method.startsWith("next") || method.startsWith("has") ? more() : 1;
    }
    return method.startsWith("read") ? readResult() : 1;
  }

  /** Waits, then answers an object. */
  public static @Nullable Object value(
      long nanos, Class<?> caller, String owner, String name, String descriptor) {
    Serving.await(name, descriptor);
    Object[] made = new Object[1];
    Call call = new Call(owner, name, descriptor, caller.getClassLoader(), false);
    pause(nanos, () -> made[0] = values.of(call));
    return made[0];
  }

  /** Answers a stream that waits with each read or write. */
  public static @Nullable Object wire(
      long nanos, Class<?> caller, String owner, String name, String descriptor) {
    Object value = values.of(new Call(owner, name, descriptor, caller.getClassLoader(), false));
    return value == null ? null : Wires.waiting(value, nanos);
  }

  /** Answers a future at once, which has its value after the wait. */
  @SuppressWarnings("FutureReturnValueIgnored") // woven calls expect an object and cast it
  public static Object later(
      long nanos, Class<?> caller, String owner, String name, String descriptor) {
    long wait = (long) (nanos * scale);
    WAITED.add(wait);
    Object value = values.of(new Call(owner, name, descriptor, caller.getClassLoader(), true));
    CompletableFuture<Object> future = new CompletableFuture<>();
    CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS)
        .execute(() -> future.complete(value));
    return future;
  }

  /** The address of a socket, which is our own where it is connected to nothing. */
  public static InetAddress address(@Nullable InetAddress address) {
    return address == null ? InetAddress.getLoopbackAddress() : address;
  }

  /** The same with a port. */
  public static SocketAddress address(@Nullable SocketAddress address) {
    return address == null
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), Wires.PORT)
        : address;
  }

  private static synchronized int more() {
    return ++turn % 4 == 0 ? 0 : 1;
  }

  private static synchronized int readResult() {
    return ++turn % 4 == 0 ? -1 : 1;
  }
}
