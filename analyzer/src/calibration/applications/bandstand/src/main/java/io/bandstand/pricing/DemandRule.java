package io.bandstand.pricing;

import io.bandstand.domain.Money;
import io.bandstand.domain.Seat;

/** The fuller the hall, the dearer the seat; front rows feel it more. */
public final class DemandRule implements PriceRule {

  private final double steepness;

  public DemandRule(double steepness) {
    this.steepness = steepness;
  }

  @Override
  public Money apply(Money price, Seat seat, Context context) {
    double pressure = 1 / (1 + Math.exp(-steepness * (context.sold() - .7)));
    double front = Math.exp(-seat.row() / 12.0);
    return price.times(1 + .35 * pressure * (.5 + .5 * front));
  }
}
