package dev.concur.cost;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map of few entries, sorted or in the order in which they came: keys and values in turn in one
 * array, none while it is empty.
 *
 * <p>There is one for each thing that is noted of each method and each call, and nearly all are
 * empty or have one entry: trees and tables took a quarter of the memory of a scan.
 */
final class ShortMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {

  private static final Object[] NOTHING = {};

  private enum Order {
    SORTED,
    AS_THEY_CAME
  }

  private final Order order;
  private Object[] entries = NOTHING;
  private int size;

  private ShortMap(Order order) {
    this.order = order;
  }

  /** An empty one in the order of the keys. */
  ShortMap() {
    this(Order.SORTED);
  }

  /** An empty one in the order in which keys come. */
  static <K extends Comparable<K>, V> ShortMap<K, V> asTheyCome() {
    return new ShortMap<>(Order.AS_THEY_CAME);
  }

  /** From now on it takes no more memory than its entries need. */
  void trim() {
    entries = entries.length == 2 * size ? entries : Arrays.copyOf(entries, 2 * size);
  }

  /** Another map with the same entries. */
  static <K extends Comparable<K>, V> ShortMap<K, V> copyOf(Map<K, V> from) {
    if (from instanceof ShortMap<K, V> other) {
      ShortMap<K, V> copy = new ShortMap<>(other.order);
      copy.entries = other.entries.clone();
      copy.size = other.size;
      return copy;
    }
    ShortMap<K, V> copy = new ShortMap<>();
    copy.putAll(from);
    return copy;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) >= 0;
  }

  @Override
  public @Nullable V get(Object key) {
    int at = find(key);
    return at < 0 ? null : value(at);
  }

  @Override
  public @Nullable V put(K key, V value) {
    int at = find(key);
    if (at >= 0) {
      V before = value(at);
      entries[2 * at + 1] = value;
      return before;
    }
    insert(-1 - at, key, value);
    return null;
  }

  private void insert(int at, K key, V value) {
    if (2 * size == entries.length) {
      entries = Arrays.copyOf(entries, size == 0 ? 2 : 4 * size);
    }
    System.arraycopy(entries, 2 * at, entries, 2 * at + 2, 2 * (size - at));
    entries[2 * at] = key;
    entries[2 * at + 1] = value;
    size++;
  }

  @Override
  public @Nullable V remove(Object key) {
    int at = find(key);
    if (at < 0) {
      return null;
    }
    V before = value(at);
    System.arraycopy(entries, 2 * at + 2, entries, 2 * at, 2 * (size - at - 1));
    size--;
    Arrays.fill(entries, 2 * size, 2 * size + 2, null);
    return before;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < size; i++) {
      action.accept(key(i), value(i));
    }
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Its position, or where it would be, as {@code -1 - position}. */
  private int find(Object key) {
    return order == Order.SORTED ? sorted(key) : come(key);
  }

  @SuppressWarnings("unchecked")
  private int sorted(Object key) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = key(middle).compareTo((K) key);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle;
    }
    return -1 - low;
  }

  private int come(Object key) {
    for (int i = 0; i < size; i++) {
      if (key(i).equals(key)) {
        return i;
      }
    }
    return -1 - size;
  }

  @SuppressWarnings("unchecked")
  private K key(int at) {
    return (K) entries[2 * at];
  }

  @SuppressWarnings("unchecked")
  private V value(int at) {
    return (V) entries[2 * at + 1];
  }

  private final class Entries implements Iterator<Map.Entry<K, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<K, V> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      int at = next++;
      return new SimpleEntry<>(key(at), value(at)) {
        @Override
        public V setValue(V value) {
          entries[2 * at + 1] = value;
          return super.setValue(value);
        }
      };
    }
  }
}
