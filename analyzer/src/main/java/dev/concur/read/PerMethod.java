package dev.concur.read;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, by their numbers: an array, where a table takes 40 bytes for each of
 * them and a look at its hash and its neighbours.
 *
 * <p>For what is known of most methods of a program. One thread at a time: what comes after reading
 * is done by one.
 *
 * @param <V> what is known of one
 */
public final class PerMethod<V> {

  private static final int FEWEST = 64;

  private Object[] values = {};

  /** What is known of a method; null for nothing. */
  @SuppressWarnings("unchecked")
  public @Nullable V get(MethodFacts method) {
    int at = method.number();
    return at < values.length ? (V) values[at] : null;
  }

  /** Notes what is known of a method; null for nothing any more. */
  public void put(MethodFacts method, @Nullable V value) {
    int at = method.number();
    if (at >= values.length) {
      // Methods of libraries are read, and numbered, when somebody asks for them.
      values = Arrays.copyOf(values, Math.max(FEWEST, at + at / 8 + 1));
    }
    values[at] = value;
  }

  /** What is known of a method, found out now if nothing is. */
  public V computeIfAbsent(MethodFacts method, Function<MethodFacts, V> find) {
    V known = get(method);
    if (known == null) {
      known = find.apply(method);
      put(method, known);
    }
    return known;
  }

  /** Whether anything is known of a method. */
  public boolean has(MethodFacts method) {
    return get(method) != null;
  }

  /** Forgets all of it. */
  public void clear() {
    values = new Object[] {};
  }
}
