package io.bandstand.pricing;

import io.bandstand.domain.Money;
import io.bandstand.domain.Seat;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Who buys long before the show pays less. */
public final class EarlyBird implements PriceRule {

  private final NavigableMap<Long, Integer> percentByDays = new TreeMap<>();

  public EarlyBird() {
    percentByDays.put(0L, 100);
    percentByDays.put(30L, 95);
    percentByDays.put(90L, 85);
    percentByDays.put(180L, 75);
  }

  @Override
  public Money apply(Money price, Seat seat, Context context) {
    long days = Math.max(0, ChronoUnit.DAYS.between(context.now(), context.show().starts()));
    return price.percent(percentByDays.floorEntry(days).getValue());
  }
}
