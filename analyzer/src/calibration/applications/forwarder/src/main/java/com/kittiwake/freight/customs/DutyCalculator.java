package com.kittiwake.freight.customs;

import com.kittiwake.freight.model.Declaration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

public final class DutyCalculator {
  private final TreeMap<String, BigDecimal> rates = new TreeMap<>();

  public DutyCalculator(Map<String, BigDecimal> percentByHeading) {
    rates.putAll(percentByHeading);
  }

  /** The rate of the longest heading the code starts with. */
  public BigDecimal rateOf(String code) {
    for (int n = code.length(); n >= 2; n--) {
      BigDecimal rate = rates.get(code.substring(0, n));
      if (rate != null) {
        return rate;
      }
    }
    return BigDecimal.ZERO;
  }

  public BigDecimal duty(Declaration.Item item) {
    return item.value()
        .multiply(rateOf(item.tariffCode()))
        .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
  }

  public Map<String, BigDecimal> dutyByOrigin(Declaration declaration) {
    Map<String, BigDecimal> out = new TreeMap<>();
    for (Declaration.Item item : declaration.items()) {
      out.merge(item.origin(), duty(item), BigDecimal::add);
    }
    return out;
  }
}
