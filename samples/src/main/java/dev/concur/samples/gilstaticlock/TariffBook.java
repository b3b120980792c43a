package dev.concur.samples.gilstaticlock;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Customs tariffs of all countries. Wrong: the map needs the lock for the blink of one lookup, and
 * gets it for the reading of the whole declaration.
 *
 * <p>Best: change the lock. Tariffs are written once a day and read all day, so an immutable
 * snapshot needs none.
 */
public final class TariffBook {

  private static final Pattern ITEM =
      Pattern.compile("([A-Z]{2}\\d{8})\\s+(\\d+)\\s*kg\\s+\"([^\"]*)\"");
  private static final Map<String, Integer> CENTS_PER_KILO = new HashMap<>();

  private TariffBook() {}

  /** Sets the tariff of a kind of goods. */
  public static synchronized void set(String code, int centsPerKilo) {
    CENTS_PER_KILO.put(code, centsPerKilo);
  }

  /** Duty on everything that a declaration lists, in cents. */
  // miss: gil-static-lock (its one caller does longer work outside the lock)
  // expect: gil-static-lock [lock-change]
  public static synchronized long dutyOn(String declaration) {
    long duty = 0;
    Matcher item = ITEM.matcher(declaration);
    while (item.find()) {
      int rate = CENTS_PER_KILO.getOrDefault(item.group(1), 0);
      duty += rate * Long.parseLong(item.group(2));
    }
    return duty;
  }
}
