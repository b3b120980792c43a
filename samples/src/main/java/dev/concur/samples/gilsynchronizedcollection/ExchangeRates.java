package dev.concur.samples.gilsynchronizedcollection;

import java.util.Hashtable;
import java.util.Map;

/** Rates of all currencies. Wrong: every look at any rate takes the one lock of the table. */
public final class ExchangeRates {

  // expect: gil-synchronized-collection [lock-change]
  private static final Map<String, Double> RATES = new Hashtable<>();

  private ExchangeRates() {}

  /** Sets a rate. */
  public static void set(String currency, double rate) {
    RATES.put(currency, rate);
  }

  /** What an amount is worth at home. */
  public static double atHome(String currency, double amount) {
    Double rate = RATES.get(currency);
    return rate == null ? amount : amount * rate;
  }

  /** Whether we know a currency. */
  public static boolean knows(String currency) {
    return RATES.containsKey(currency);
  }
}
