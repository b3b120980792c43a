package dev.concur.samples.gilstaticlock;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Right: readers take whatever snapshot is current; only writers meet, and they are quick. */
public final class SnapshotTariffBook {

  private static final Pattern ITEM =
      Pattern.compile("([A-Z]{2}\\d{8})\\s+(\\d+)\\s*kg\\s+\"([^\"]*)\"");
  private static volatile Map<String, Integer> centsPerKilo = Map.of();

  private SnapshotTariffBook() {}

  /** Sets the tariff of a kind of goods. */
  public static synchronized void set(String code, int cents) {
    Map<String, Integer> next = new HashMap<>(centsPerKilo);
    next.put(code, cents);
    centsPerKilo = Map.copyOf(next);
  }

  /** Duty on everything that a declaration lists, in cents. */
  public static long dutyOn(String declaration) {
    Map<String, Integer> rates = centsPerKilo;
    long duty = 0;
    Matcher item = ITEM.matcher(declaration);
    while (item.find()) {
      duty += rates.getOrDefault(item.group(1), 0) * Long.parseLong(item.group(2));
    }
    return duty;
  }
}
