package app.quill.work;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Prices that everybody reads and few change. */
public class Prices {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Long> cents = new HashMap<>();
  private final StampedLock stamp = new StampedLock();
  private final AtomicReference<Map<String, Long>> snapshot = new AtomicReference<>(Map.of());
  private final LoadingCache<String, String> formatted =
      CacheBuilder.newBuilder()
          .maximumSize(1_000)
          .build(
              new CacheLoader<>() {
                @Override
                public String load(String isbn) {
                  return String.format("%.2f EUR", price(isbn) / 100.0);
                }
              });
  private final Supplier<Map<String, Integer>> taxes =
      Suppliers.memoizeWithExpiration(
          () -> {
            pause();
            return Map.of("book", 7, "game", 19);
          },
          10,
          TimeUnit.MINUTES);
  private long total;

  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public long price(String isbn) {
    lock.readLock().lock();
    try {
      return cents.getOrDefault(isbn, 0L);
    } finally {
      lock.readLock().unlock();
    }
  }

  public void change(String isbn, long value) {
    lock.writeLock().lock();
    try {
      cents.put(isbn, value);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Changes all prices while nobody looks. */
  public void changeAll(Runnable changes) {
    lock.writeLock().lock();
    try {
      changes.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  public String text(String isbn) {
    return formatted.getUnchecked(isbn);
  }

  public int tax(String kind) {
    return taxes.get().getOrDefault(kind, 0);
  }

  public long optimisticTotal() {
    long read = stamp.tryOptimisticRead();
    long value = total;
    if (!stamp.validate(read)) {
      read = stamp.readLock();
      try {
        value = total;
      } finally {
        stamp.unlockRead(read);
      }
    }
    return value;
  }

  public void add(long value) {
    long write = stamp.writeLock();
    try {
      total += value;
    } finally {
      stamp.unlockWrite(write);
    }
  }

  /** Takes the lock for the whole of the work. */
  public void recount(Runnable counting) {
    long write = stamp.writeLock();
    try {
      counting.run();
    } finally {
      stamp.unlockWrite(write);
    }
  }

  public void publish(Map<String, Long> prices) {
    snapshot.set(Map.copyOf(prices));
  }

  public long published(String isbn) {
    return snapshot.get().getOrDefault(isbn, -1L);
  }
}
