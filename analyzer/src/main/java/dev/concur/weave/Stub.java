package dev.concur.weave;

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
  private static volatile double scale = 1;
  private static volatile Values values = call -> null;
  private static int turn;

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

  /** All waits so far, ns over all threads. */
  public static long waitedNanos() {
    return WAITED.sum();
  }

  /** How often the method that is counted was called. */
  public static long entered() {
    return ENTERED.sum();
  }

  /** Called by the method that is counted. */
  public static void enter() {
    ENTERED.increment();
  }

  /** Waits as for a device: parked, computing nothing. */
  public static void pause(long nanos) {
    long wait = (long) (nanos * scale);
    WAITED.add(wait);
    Held.outside(() -> park(wait));
  }

  private static void park(long wait) {
    long end = System.nanoTime() + wait;
    for (long left = wait; left > 0; left = end - System.nanoTime()) {
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
    pause(nanos);
    return values.of(new Call(owner, name, descriptor, caller.getClassLoader(), false));
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

  private static synchronized int more() {
    return ++turn % 4 == 0 ? 0 : 1;
  }

  private static synchronized int readResult() {
    return ++turn % 4 == 0 ? -1 : 1;
  }
}
