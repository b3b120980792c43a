package dev.concur.measure;

import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls methods that only their own package or class may call. */
public final class Reach {

  private Reach() {}

  /** The method of that name, made accessible. */
  public static Method method(Class<?> owner, String name) {
    Method found =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && !m.isSynthetic())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(owner + "#" + name));
    found.setAccessible(true);
    return found;
  }
}
