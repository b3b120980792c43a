package com.harbor.billing;

import java.io.IOException;
import java.math.BigDecimal;

/** Where exchange rates come from. */
public interface RateSource {
  BigDecimal rate(String currency) throws IOException;
}
