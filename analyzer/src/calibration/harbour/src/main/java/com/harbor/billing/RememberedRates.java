package com.harbor.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Asks another source once per currency. */
public class RememberedRates implements RateSource {

  private final RateSource origin;
  private final ConcurrentMap<String, BigDecimal> known = new ConcurrentHashMap<>();

  public RememberedRates(RateSource origin) {
    this.origin = origin;
  }

  @Override
  public BigDecimal rate(String currency) {
    return known.computeIfAbsent(currency, this::ask);
  }

  private BigDecimal ask(String currency) {
    try {
      return origin.rate(currency);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void forget() {
    known.clear();
  }
}
