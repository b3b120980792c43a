package io.bandstand.pricing;

import io.bandstand.domain.Money;
import io.bandstand.domain.Seat;
import io.bandstand.domain.Show;
import java.time.LocalDateTime;

/** Changes the price of a seat. */
@FunctionalInterface
public interface PriceRule {

  /** What is known when a seat is priced. */
  record Context(Show show, LocalDateTime now, int party, double sold) {}

  Money apply(Money price, Seat seat, Context context);

  default PriceRule then(PriceRule next) {
    return (price, seat, context) -> next.apply(apply(price, seat, context), seat, context);
  }

  static PriceRule tier() {
    return (price, seat, context) -> price.plus(seat.tier().surcharge(price));
  }
}
