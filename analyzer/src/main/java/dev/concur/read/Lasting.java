package dev.concur.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods and cannot be found out again: as objects as long as there is room,
 * packed from then on until somebody asks. Each is the same whenever it is asked for, and need not
 * be the same object. One thread at a time.
 *
 * @param <V> what is known of one
 */
public final class Lasting<V> {

  /** How what is known of a method becomes bytes, and is read again in the same run. */
  public interface Form<V> {

    /** Puts it away; answers where it begins, as {@link Spill#add} does. */
    int write(MethodFacts method, V value, Spill to);

    /** What was put away as these bytes. */
    V read(MethodFacts method, byte[] bytes);
  }

  private final Form<V> form;
  private final Spill bytes;
  private final Recent<V> open;

  /** Where those of methods begin among the bytes, by their numbers and from 1; 0 for nowhere. */
  private int[] begins = {};

  /** One with room for so many open ones; what is packed goes there. */
  public Lasting(int most, Spill bytes, Form<V> form) {
    this.form = form;
    this.bytes = bytes;
    this.open = new Recent<>(most, this::pack);
  }

  /**
   * One that may take a part of the heap for open ones, and as much for packed ones before these go
   * to a file.
   *
   * @param part 8 for an eighth
   * @param size what an open one takes, about, in bytes
   */
  public static <V> Lasting<V> within(int part, int size, Form<V> form) {
    return new Lasting<>(Recent.room(part, size), Spill.within(part), form);
  }

  private void pack(MethodFacts method, V value) {
    int at = method.number();
    if (at >= begins.length) {
      begins = Arrays.copyOf(begins, at + at / 8 + 1);
    }
    if (begins[at] == 0) {
      begins[at] = form.write(method, value, bytes) + 1;
    }
  }

  /** What is known of a method; null for nothing. */
  public @Nullable V get(MethodFacts method) {
    V known = open.get(method);
    int begin = begin(method);
    if (known != null || begin == 0) {
      return known;
    }
    V opened = form.read(method, bytes.get(begin - 1));
    open.put(method, opened);
    return opened;
  }

  /** Whether anything is known of a method; what is packed stays so. */
  public boolean has(MethodFacts method) {
    return begin(method) != 0 || open.get(method) != null;
  }

  /** Notes what is known of a method, whatever was noted before. */
  public void put(MethodFacts method, V value) {
    remove(method);
    open.put(method, value);
  }

  /** Forgets what is known of a method. */
  public void remove(MethodFacts method) {
    if (begin(method) != 0) {
      begins[method.number()] = 0;
    }
    open.remove(method);
  }

  private int begin(MethodFacts method) {
    int at = method.number();
    return at < begins.length ? begins[at] : 0;
  }
}
