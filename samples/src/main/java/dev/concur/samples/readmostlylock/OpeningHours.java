package dev.concur.samples.readmostlylock;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;

/** When the branches are open. Wrong: changed twice a year, asked all day, and the askers queue. */
public final class OpeningHours {

  private static final OpeningHours OF_THE_BRANCHES = new OpeningHours();

  private final Map<DayOfWeek, LocalTime> opens = new EnumMap<>(DayOfWeek.class);
  private final Map<DayOfWeek, LocalTime> closes = new EnumMap<>(DayOfWeek.class);

  private OpeningHours() {}

  /** The hours of all branches. */
  public static OpeningHours ofTheBranches() {
    return OF_THE_BRANCHES;
  }

  /** Sets the hours of a day. */
  public synchronized void set(DayOfWeek day, LocalTime opensAt, LocalTime closesAt) {
    opens.put(day, opensAt);
    closes.put(day, closesAt);
  }

  /** Whether we are open. */
  public synchronized boolean isOpen(DayOfWeek day, LocalTime now) { // expect: read-mostly-lock
    LocalTime from = opens.get(day);
    LocalTime to = closes.get(day);
    if (from == null || to == null) {
      return false;
    }
    boolean overMidnight = to.isBefore(from);
    boolean afterOpening = !now.isBefore(from);
    boolean beforeClosing = now.isBefore(to);
    return overMidnight ? afterOpening || beforeClosing : afterOpening && beforeClosing;
  }

  /** Minutes that we are open in a week. */
  public synchronized long minutesOfTheWeek() {
    long minutes = 0;
    for (Map.Entry<DayOfWeek, LocalTime> day : opens.entrySet()) {
      LocalTime to = closes.get(day.getKey());
      long open = (to.toSecondOfDay() - day.getValue().toSecondOfDay()) / 60;
      minutes += open < 0 ? open + 24 * 60 : open;
    }
    return minutes;
  }

  /** The first day in the week that we are open longer than an hour, or null. */
  public synchronized DayOfWeek firstDay() {
    for (DayOfWeek day : DayOfWeek.values()) {
      LocalTime from = opens.get(day);
      LocalTime to = closes.get(day);
      if (from != null && to != null && from.plusHours(1).isBefore(to)) {
        return day;
      }
    }
    return null;
  }

  /** When the latest day ends, or midnight. */
  public synchronized LocalTime latest() {
    LocalTime latest = LocalTime.MIDNIGHT;
    for (LocalTime to : closes.values()) {
      if (to.isAfter(latest)) {
        latest = to;
      }
    }
    return latest;
  }

  /** How many days we are open. */
  public synchronized int days() {
    int days = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (opens.containsKey(day) && closes.containsKey(day)) {
        days++;
      }
    }
    return days;
  }
}
