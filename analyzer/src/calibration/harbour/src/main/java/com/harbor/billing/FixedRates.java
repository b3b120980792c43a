package com.harbor.billing;

import java.math.BigDecimal;
import java.util.Map;

/** Rates agreed by contract. */
public class FixedRates implements RateSource {

  private final Map<String, BigDecimal> rates;

  public FixedRates(Map<String, BigDecimal> rates) {
    this.rates = Map.copyOf(rates);
  }

  @Override
  public BigDecimal rate(String currency) {
    BigDecimal rate = rates.get(currency);
    if (rate == null) {
      throw new IllegalArgumentException("no contract for " + currency);
    }
    return rate;
  }
}
