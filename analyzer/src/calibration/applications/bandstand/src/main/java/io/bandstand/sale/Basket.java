package io.bandstand.sale;

import io.bandstand.domain.Discount;
import io.bandstand.domain.Money;
import io.bandstand.domain.Seat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody is about to buy. */
public class Basket {

  private final Map<Seat, Money> seats = new LinkedHashMap<>();
  private Discount discount;

  public Basket add(Seat seat, Money price) {
    if (seats.size() >= 10) {
      throw new IllegalStateException("ten at most");
    }
    seats.put(seat, price);
    return this;
  }

  public Basket claim(Discount claimed) {
    discount = claimed;
    return this;
  }

  public Money total() {
    List<Money> prices = List.copyOf(seats.values());
    Money sum = Money.sum(prices);
    return Optional.ofNullable(discount).map(d -> sum.minus(d.on(prices))).orElse(sum);
  }

  /** Whether all sit in one row without a gap. */
  public boolean together() {
    List<Seat> sorted = seats.keySet().stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      Seat a = sorted.get(i - 1);
      Seat b = sorted.get(i);
      if (!a.block().equals(b.block()) || a.row() != b.row() || b.number() - a.number() != 1) {
        return false;
      }
    }
    return true;
  }

  public Map<Seat, Money> content() {
    return Collections.unmodifiableMap(seats);
  }
}
