package dev.concur.weave;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls in place of what would wait: it waits the stated time and makes a value.
 */
public final class Stub {

  private static final LongAdder WAITED = new LongAdder();
  private static volatile double scale = 1;
  private static volatile Values values = (type, loader) -> null;
  private static int turn;

  private Stub() {}

  /** Makes plausible values. */
  public interface Values {
    /**
     * A value of this type, or null when none can be made.
     *
     * @param type name of the type as the language has it
     */
    @Nullable Object of(String type, ClassLoader loader);
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

  /** Waits as for a device: parked, computing nothing. */
  public static void pause(long nanos) {
    long wait = (long) (nanos * scale);
    WAITED.add(wait);
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
  public static @Nullable Object value(long nanos, Class<?> caller, String type) {
    pause(nanos);
    return values.of(type, caller.getClassLoader());
  }

  private static synchronized int more() {
    return ++turn % 4 == 0 ? 0 : 1;
  }

  private static synchronized int readResult() {
    return ++turn % 4 == 0 ? -1 : 1;
  }
}
