package traffic.counters;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts passages by kind. */
public class PassageCounters {
  private final Map<String, Long> counts = new HashMap<>();

  public void increment(String kind) {
    synchronized (counts) {
      counts.put(kind, counts.getOrDefault(kind, 0L) + 1);
    }
  }

  public long total() {
    synchronized (counts) {
      long total = 0;
      for (long count : counts.values()) {
        total += count;
      }
      return total;
    }
  }

  public Map<String, Long> report() {
    synchronized (counts) {
      return new TreeMap<>(counts);
    }
  }

  public void clear() {
    synchronized (counts) {
      counts.clear();
    }
  }
}
