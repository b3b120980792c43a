package com.harbor.billing;

import com.harbor.infra.Retry;
import java.io.IOException;
import java.math.BigDecimal;

/** Asks the same source up to three times. */
public class PersistentRates implements RateSource {

  private final RateSource origin;
  private final Retry retry = new Retry(3, 20);

  public PersistentRates(RateSource origin) {
    this.origin = origin;
  }

  @Override
  public BigDecimal rate(String currency) throws IOException {
    return retry.call(() -> origin.rate(currency));
  }
}
