package com.harbor.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps what was used last. */
public class LruCache<K, V> {

  private final Map<K, V> entries;
  private final Function<? super K, ? extends V> loader;
  private long hits;
  private long misses;

  public LruCache(int capacity, Function<? super K, ? extends V> loader) {
    this.loader = loader;
    this.entries =
        new LinkedHashMap<>(capacity * 4 / 3 + 1, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  public synchronized V get(K key) {
    V value = entries.get(key);
    if (value == null) {
      misses++;
      value = loader.apply(key);
      entries.put(key, value);
    } else {
      hits++;
    }
    return value;
  }

  public synchronized double hitRatio() {
    long all = hits + misses;
    return all == 0 ? 1 : (double) hits / all;
  }
}
