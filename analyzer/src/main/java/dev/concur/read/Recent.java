package dev.concur.read;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, as long as there is room for it. When there is none for another, what
 * was not asked for lately goes (second chance, as on the {@link Shelf}); it has to be found out
 * again, or was put away by whoever was told that it goes. One thread at a time.
 *
 * @param <V> what is known of one
 */
public final class Recent<V> {

  private static final int FEWEST = 64;

  private final int most;
  private final BiConsumer<MethodFacts, V> leaving;
  private final PerMethod<V> known = new PerMethod<>();
  private final BitSet asked = new BitSet();
  private MethodFacts[] ring = new MethodFacts[0];
  private int size;
  private int hand;

  /**
   * One with room for so many methods.
   *
   * @param leaving told what goes
   */
  public Recent(int most, BiConsumer<MethodFacts, V> leaving) {
    this.most = Math.max(1, most);
    this.leaving = leaving;
  }

  /**
   * One that may take a part of the heap.
   *
   * @param part 8 for an eighth
   * @param bytes what one answer takes, about
   * @param leaving told what goes
   */
  public static <V> Recent<V> within(int part, int bytes, BiConsumer<MethodFacts, V> leaving) {
    return new Recent<>(room(part, bytes), leaving);
  }

  /** How many answers of so many bytes have room in a part of the heap. */
  static int room(int part, int bytes) {
    return (int) Math.min(Integer.MAX_VALUE - FEWEST, Room.part(part) / bytes);
  }

  /** The same, where nobody needs to be told what goes: it can be found out again. */
  public static <V> Recent<V> within(int part, int bytes) {
    return within(part, bytes, (method, gone) -> {});
  }

  /** Whether so many methods have room at once. */
  public boolean hasRoomFor(int methods) {
    return methods <= most;
  }

  /** What is known of a method; null for nothing, or nothing any more. */
  public @Nullable V get(MethodFacts method) {
    V found = known.get(method);
    // As long as there is room nobody wants to know who asks.
    if (found != null && size == most) {
      asked.set(method.number());
    }
    return found;
  }

  /** What is known of a method, found out now if nothing is; that may ask of other methods. */
  public V computeIfAbsent(MethodFacts method, Function<MethodFacts, V> find) {
    V found = get(method);
    if (found == null) {
      found = find.apply(method);
      put(method, found);
    }
    return found;
  }

  /** Notes what is known of a method, of which nothing is yet. */
  public void put(MethodFacts method, V value) {
    if (size < most) {
      ring = size < ring.length ? ring : Arrays.copyOf(ring, grown());
      ring[size++] = method;
    } else {
      ring[free()] = method;
    }
    known.put(method, value);
  }

  private int grown() {
    return (int) Math.min(most, Math.max(FEWEST, size * 3L / 2));
  }

  /** Forgets what is known of a method, and tells nobody. */
  public void remove(MethodFacts method) {
    known.put(method, null);
  }

  /** A place that nobody needs any more. */
  private int free() {
    while (true) {
      int at = hand;
      MethodFacts method = ring[at];
      V value = known.get(method);
      hand = (hand + 1) % most;
      if (value == null) {
        return at;
      }
      if (!asked.get(method.number())) {
        known.put(method, null);
        leaving.accept(method, value);
        return at;
      }
      asked.clear(method.number());
    }
  }
}
