package dev.concur.read;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, by their numbers: an array in pages, where a table takes 40 bytes for
 * each of them and a look at its hash and its neighbours.
 *
 * <p>For what is known of most methods of a program. One thread at a time: what comes after reading
 * is done by one.
 *
 * @param <V> what is known of one
 */
public final class PerMethod<V> {

  /** Methods of a class have neighbouring numbers: what is known of few is known in few places. */
  private static final int PAGE_BITS = 5;

  private static final int PAGE = 1 << PAGE_BITS;

  private static final Object[][] NONE = {};

  private @Nullable Object[] @Nullable [] pages = NONE;

  /** What is known of a method; null for nothing. */
  @SuppressWarnings("unchecked")
  public @Nullable V get(MethodFacts method) {
    int number = method.number();
    int at = number >> PAGE_BITS;
    if (at >= pages.length) {
      return null;
    }
    @Nullable Object[] page = pages[at];
    return page == null ? null : (V) page[number & (PAGE - 1)];
  }

  /** Notes what is known of a method; null for nothing any more. */
  public void put(MethodFacts method, @Nullable V value) {
    int number = method.number();
    int at = number >> PAGE_BITS;
    if (value == null) {
      forget(at, number & (PAGE - 1));
      return;
    }
    if (at >= pages.length) {
      // Methods of libraries are read, and numbered, when somebody asks for them.
      pages = Arrays.copyOf(pages, at + at / 8 + 1);
    }
    @Nullable Object[] page = pages[at];
    if (page == null) {
      page = new Object[PAGE];
      pages[at] = page;
    }
    page[number & (PAGE - 1)] = value;
  }

  /** A page goes with the last that was on it: what is known for a while is known of a part. */
  private void forget(int at, int place) {
    @Nullable Object[] page = at < pages.length ? pages[at] : null;
    if (page == null || page[place] == null) {
      return;
    }
    page[place] = null;
    for (Object left : page) {
      if (left != null) {
        return;
      }
    }
    pages[at] = null;
  }

  /** How many pages there are. */
  int pages() {
    return (int) Arrays.stream(pages).filter(Objects::nonNull).count();
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
    pages = NONE;
  }
}
