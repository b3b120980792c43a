package dev.concur.workloads.code;

import java.util.concurrent.ConcurrentHashMap;

/** Loads what is missing inside of the map, where all who come after it wait too. */
public final class TariffLoader {

  private static final ConcurrentHashMap<Integer, String> TARIFFS = new ConcurrentHashMap<>(1);

  private TariffLoader() {}

  public static String tariff(int country) {
    return TARIFFS.compute(country & 1, (code, old) -> load(code));
  }

  public static String load(int code) {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "tariff " + code;
  }
}
