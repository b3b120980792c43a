package io.bandstand.domain;

import java.util.Comparator;
import java.util.List;

/** A reduction that a customer may claim. */
public sealed interface Discount permits Discount.Percent, Discount.Fixed, Discount.OneFree {

  record Percent(int percent) implements Discount {}

  record Fixed(Money amount) implements Discount {}

  /** Of every so many tickets the cheapest is free. */
  record OneFree(int every) implements Discount {}

  default Money on(List<Money> prices) {
    if (this instanceof Percent p) {
      return Money.sum(prices).percent(p.percent());
    }
    if (this instanceof Fixed f) {
      Money total = Money.sum(prices);
      return f.amount().compareTo(total) > 0 ? total : f.amount();
    }
    OneFree free = (OneFree) this;
    return prices.stream()
        .sorted(Comparator.naturalOrder())
        .limit(prices.size() / free.every())
        .reduce(Money.NOTHING, Money::plus);
  }

  static Discount parse(String text) {
    String code = text.strip();
    if (code.endsWith("%")) {
      return new Percent(Integer.parseInt(code.substring(0, code.length() - 1)));
    }
    if (code.startsWith("1/")) {
      return new OneFree(Integer.parseInt(code.substring(2)));
    }
    return new Fixed(Money.parse(code));
  }
}
