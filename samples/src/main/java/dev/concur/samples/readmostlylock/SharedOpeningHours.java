package dev.concur.samples.readmostlylock;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Right: readers on their own side of the lock. */
public final class SharedOpeningHours {

  private static final SharedOpeningHours OF_THE_BRANCHES = new SharedOpeningHours();

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<DayOfWeek, LocalTime> opens = new EnumMap<>(DayOfWeek.class);
  private final Map<DayOfWeek, LocalTime> closes = new EnumMap<>(DayOfWeek.class);

  private SharedOpeningHours() {}

  /** The hours of all branches. */
  public static SharedOpeningHours ofTheBranches() {
    return OF_THE_BRANCHES;
  }

  /** Sets the hours of a day. */
  public void set(DayOfWeek day, LocalTime opensAt, LocalTime closesAt) {
    lock.writeLock().lock();
    try {
      opens.put(day, opensAt);
      closes.put(day, closesAt);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Minutes that we are open in a week. */
  public long minutesOfTheWeek() {
    lock.readLock().lock();
    try {
      long minutes = 0;
      for (Map.Entry<DayOfWeek, LocalTime> day : opens.entrySet()) {
        LocalTime to = closes.get(day.getKey());
        long open = (to.toSecondOfDay() - day.getValue().toSecondOfDay()) / 60;
        minutes += open < 0 ? open + 24 * 60 : open;
      }
      return minutes;
    } finally {
      lock.readLock().unlock();
    }
  }
}
