package dev.concur.read;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, by their numbers: pages in which what is known lies side by side, with
 * a bit for each method of which something is, so that four bytes are taken for each of them and
 * none for others (Bagwell, Ideal Hash Trees, 2001). A table takes 40 bytes, and a look at its hash
 * and its neighbours.
 *
 * <p>One thread at a time: what comes after reading is done by one.
 *
 * @param <V> what is known of one
 */
public final class PerMethod<V> {

  /** Methods of a class have neighbouring numbers: what is known of few is known in few places. */
  private static final int PAGE_BITS = 5;

  private static final int PAGE = 1 << PAGE_BITS;

  private static final Object[][] NONE = {};

  private Object[] @Nullable [] pages = NONE;

  /** For each page the methods of it of which something is known, a bit each. */
  private int[] marks = {};

  /** What is known of a method; null for nothing. */
  @SuppressWarnings("unchecked")
  public @Nullable V get(MethodFacts method) {
    int number = method.number();
    int at = number >> PAGE_BITS;
    int mark = 1 << (number & (PAGE - 1));
    return at < marks.length && (marks[at] & mark) != 0 ? (V) pages[at][place(at, mark)] : null;
  }

  /** Those before it that something is known of. */
  private int place(int at, int mark) {
    return Integer.bitCount(marks[at] & (mark - 1));
  }

  /** Notes what is known of a method; null for nothing any more. */
  public void put(MethodFacts method, @Nullable V value) {
    int number = method.number();
    int at = number >> PAGE_BITS;
    int mark = 1 << (number & (PAGE - 1));
    if (value == null) {
      forget(at, mark);
      return;
    }
    if (at >= marks.length) {
      // Methods of libraries are read, and numbered, when somebody asks for them.
      pages = Arrays.copyOf(pages, at + at / 8 + 1);
      marks = Arrays.copyOf(marks, pages.length);
    }
    int place = place(at, mark);
    if ((marks[at] & mark) == 0) {
      pages[at] = withRoom(pages[at], place);
      marks[at] |= mark;
    }
    pages[at][place] = value;
  }

  /** A page with a free place there. */
  private static Object[] withRoom(Object @Nullable [] page, int place) {
    if (page == null) {
      return new Object[1];
    }
    Object[] more = Arrays.copyOf(page, page.length + 1);
    System.arraycopy(page, place, more, place + 1, page.length - place);
    return more;
  }

  /** A page goes with the last that was on it: what is known for a while is known of a part. */
  private void forget(int at, int mark) {
    if (at >= marks.length || (marks[at] & mark) == 0) {
      return;
    }
    int place = place(at, mark);
    Object[] page = pages[at];
    Object[] less = Arrays.copyOf(page, page.length - 1);
    System.arraycopy(page, place + 1, less, place, less.length - place);
    pages[at] = less.length == 0 ? null : less;
    marks[at] &= ~mark;
  }

  /** How many methods something is known of: the places that the pages have. */
  public int size() {
    return Arrays.stream(pages).filter(Objects::nonNull).mapToInt(page -> page.length).sum();
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
    marks = new int[0];
  }
}
