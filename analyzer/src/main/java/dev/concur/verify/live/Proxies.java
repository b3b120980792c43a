package dev.concur.verify.live;

import dev.concur.weave.Stub;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Stubs for interfaces: each method answers a made-up value, always the same one. */
final class Proxies {

  private static final int MORE = 4;

  private Proxies() {}

  /** Makes what a method answers. */
  interface Values {
    Object of(Type type, String name) throws CannotMake;
  }

  private static final LongAdder CALLS = new LongAdder();
  private static final Set<String> WAITING = ConcurrentHashMap.newKeySet();

  /** How often stubs were called so far. */
  static long calls() {
    return CALLS.sum();
  }

  /** Names of methods of stubs that waited, in words. */
  static Set<String> waiting() {
    return new TreeSet<>(WAITING);
  }

  /**
   * A stub.
   *
   * @param waitNanos how long it waits before it answers
   */
  static Object of(Class<?> type, Values values, long waitNanos) {
    return proxy(type, answers(type, values, waitNanos));
  }

  /** What a stub answers. */
  static InvocationHandler answers(Class<?> type, Values values, long waitNanos) {
    return new Answers(type, values, waitNanos);
  }

  private static Object proxy(Class<?> type, InvocationHandler answers) {
    ClassLoader own = type.getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getPlatformClassLoader() : own;
    return Proxy.newProxyInstance(loader, new Class<?>[] {type}, answers);
  }

  /** Answers the calls of one stub. */
  private static final class Answers implements InvocationHandler {
    private final Class<?> type;
    private final Values values;
    private final long waitNanos;
    private final Map<Method, Object> known = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Answers(Class<?> type, Values values, long waitNanos) {
      this.type = type;
      this.waitNanos = waitNanos;
      this.values = values;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return ofObject(self, method, arguments);
      }
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(
            self, method, arguments == null ? new Object[0] : arguments);
      }
      await(method);
      Class<?> result = method.getReturnType();
      if (result == void.class) {
        return null;
      }
      if (result == boolean.class) {
        return truth(method.getName());
      }
      if (result == int.class && arguments != null && arguments.length == 2) {
        // A comparator that is consistent: by the texts of both.
        return String.valueOf(arguments[0]).compareTo(String.valueOf(arguments[1]));
      }
      return known.computeIfAbsent(method, this::make);
    }

    private void await(Method method) {
      CALLS.increment();
      if (waitNanos > 0) {
        WAITING.add(type.getName() + "." + method.getName() + " (nobody at hand implements it)");
        Stub.pause(waitNanos);
      }
    }

    private Object make(Method method) {
      try {
        return values.of(method.getGenericReturnType(), method.getName());
      } catch (CannotMake reason) {
        throw new UnsupportedOperationException(reason.reason());
      }
    }

    /** There is more a few times, then no more; all goes well otherwise. */
    private boolean truth(String name) {
      if (name.startsWith("next") || name.startsWith("hasNext") || name.startsWith("hasMore")) {
        return turn.incrementAndGet() % MORE != 0;
      }
      return List.of("test", "isOpen", "isValid", "isConnected", "isActive", "accept")
          .contains(name);
    }

    private Object ofObject(Object self, Method method, Object @Nullable [] arguments) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && self == arguments[0];
        case "hashCode" -> System.identityHashCode(self);
        default -> "stub of " + type.getName();
      };
    }
  }
}
