package com.pawlane.clinic.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** An amount in cents. */
public record Money(long cents) implements Comparable<Money>, Serializable {
  public static final Money ZERO = new Money(0);

  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  public Money percent(int percent) {
    return new Money(Math.round(cents * percent / 100.0));
  }

  public List<Money> splitAcross(int parts) {
    List<Money> shares = new ArrayList<>(parts);
    long left = cents;
    for (int i = parts; i > 0; i--) {
      long share = left / i;
      shares.add(new Money(share));
      left -= share;
    }
    return shares;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  @Override
  public String toString() {
    return "%d.%02d".formatted(cents / 100, Math.abs(cents % 100));
  }
}
