package io.bandstand.pricing;

import io.bandstand.domain.Discount;
import io.bandstand.domain.Money;
import io.bandstand.domain.Seat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices seats by the rules that it was given. */
public final class PriceCalculator {

  private final List<PriceRule> rules;

  public PriceCalculator(List<PriceRule> rules) {
    this.rules = List.copyOf(rules);
  }

  public Money price(Seat seat, PriceRule.Context context) {
    Money price = context.show().basePrice();
    for (PriceRule rule : rules) {
      price = rule.apply(price, seat, context);
    }
    return price;
  }

  public Money total(List<Seat> seats, PriceRule.Context context, Discount discount) {
    List<Money> prices = seats.stream().map(s -> price(s, context)).toList();
    return Money.sum(prices).minus(discount.on(prices));
  }

  /** The price list of a whole hall. */
  public Map<Seat, Money> priceList(List<Seat> hall, PriceRule.Context context) {
    return hall.stream()
        .collect(
            Collectors.toMap(
                seat -> seat, seat -> price(seat, context), (a, b) -> a, TreeMap::new));
  }

  public Map<Seat.Tier, Money> cheapest(List<Seat> seats, PriceRule.Context context) {
    Map<Seat.Tier, Money> cheapest = new EnumMap<>(Seat.Tier.class);
    seats.forEach(
        s -> cheapest.merge(s.tier(), price(s, context), (a, b) -> a.compareTo(b) < 0 ? a : b));
    return cheapest;
  }
}
