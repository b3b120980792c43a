package io.bandstand.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;

/** An amount in cents. */
public record Money(long cents, String currency) implements Comparable<Money> {

  public static final Money NOTHING = new Money(0, "EUR");

  public static Money euros(String amount) {
    return new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), "EUR");
  }

  /** Reads "12.50 EUR" as partners write it. */
  public static Money parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      return euros(text.strip());
    }
    BigDecimal amount = new BigDecimal(text.substring(0, space).replace(',', '.'));
    return new Money(
        amount.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValue(),
        text.substring(space + 1).strip().toUpperCase(Locale.ROOT));
  }

  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(NOTHING, Money::plus);
  }

  public Money plus(Money other) {
    if (cents == 0) {
      return other;
    }
    if (!currency.equals(other.currency) && other.cents != 0) {
      throw new IllegalArgumentException(currency + " and " + other.currency);
    }
    return new Money(Math.addExact(cents, other.cents), currency);
  }

  public Money minus(Money other) {
    return plus(new Money(-other.cents, other.currency));
  }

  public Money times(double factor) {
    return new Money(Math.round(cents * factor), currency);
  }

  public Money percent(int percent) {
    return new Money(Math.floorDiv(cents * percent + 50, 100), currency);
  }

  public String format() {
    return cents / 100 + "." + String.format("%02d", Math.abs(cents % 100)) + " " + currency;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }
}
