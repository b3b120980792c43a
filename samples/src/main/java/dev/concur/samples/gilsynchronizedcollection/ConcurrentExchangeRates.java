package dev.concur.samples.gilsynchronizedcollection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Right: readers of this map take no lock at all. */
public final class ConcurrentExchangeRates {

  private static final Map<String, Double> RATES = new ConcurrentHashMap<>();

  private ConcurrentExchangeRates() {}

  /** Sets a rate. */
  public static void set(String currency, double rate) { // label: light
    RATES.put(currency, rate);
  }

  /** What an amount is worth at home. */
  public static double atHome(String currency, double amount) { // label: light
    Double rate = RATES.get(currency);
    return rate == null ? amount : amount * rate;
  }
}
