package fares.book;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Fares known so far; a fare not known is loaded once. */
public class FareBook {
  private final FareTable table;
  private final Map<String, Long> fares = new HashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  public FareBook(FareTable table) {
    this.table = table;
  }

  public long fare(String route) {
    lock.readLock().lock();
    try {
      Long known = fares.get(route);
      if (known != null) {
        return known;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      Long known = fares.get(route);
      if (known == null) {
        known = table.load(route);
        fares.put(route, known);
      }
      return known;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public void invalidate() {
    lock.writeLock().lock();
    try {
      fares.clear();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
