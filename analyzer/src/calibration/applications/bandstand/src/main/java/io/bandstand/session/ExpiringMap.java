package io.bandstand.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A small cache: the oldest go first, and all go after a time. */
public class ExpiringMap<K, V> {

  private record Kept<V>(V value, long until) {}

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final LongSupplier clock;
  private final long millis;
  private final Map<K, Kept<V>> kept;

  public ExpiringMap(int most, long millis, LongSupplier clock) {
    this.millis = millis;
    this.clock = clock;
    this.kept =
        new LinkedHashMap<>(16, .75f, false) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > most;
          }
        };
  }

  public Optional<V> get(K key) {
    lock.readLock().lock();
    try {
      Kept<V> found = kept.get(key);
      return found == null || found.until() < clock.getAsLong()
          ? Optional.empty()
          : Optional.of(found.value());
    } finally {
      lock.readLock().unlock();
    }
  }

  public void put(K key, V value) {
    lock.writeLock().lock();
    try {
      kept.put(key, new Kept<>(value, clock.getAsLong() + millis));
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The value, made by the loader when it is not there; two may load at once. */
  public V get(K key, Function<? super K, ? extends V> loader) {
    return get(key)
        .orElseGet(
            () -> {
              V value = loader.apply(key);
              put(key, value);
              return value;
            });
  }

  public int purge() {
    lock.writeLock().lock();
    try {
      int before = kept.size();
      long now = clock.getAsLong();
      kept.values().removeIf(k -> k.until() < now);
      return before - kept.size();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
