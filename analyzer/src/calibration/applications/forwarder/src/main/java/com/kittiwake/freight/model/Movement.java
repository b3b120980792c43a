package com.kittiwake.freight.model;

import java.time.Duration;

public sealed interface Movement permits Movement.Sailing, Movement.Trucking, Movement.Flight {
  record Sailing(String vessel, double nauticalMiles, double knots) implements Movement {}

  record Trucking(String plate, double kilometres) implements Movement {}

  record Flight(String number, double kilometres) implements Movement {}

  default Duration takes() {
    if (this instanceof Sailing s) {
      return Duration.ofMinutes(Math.round(60 * s.nauticalMiles() / s.knots()));
    } else if (this instanceof Trucking t) {
      long driving = Math.round(60 * t.kilometres() / 65);
      return Duration.ofMinutes(driving + driving / 270 * 45);
    }
    return Duration.ofMinutes(150 + Math.round(60 * ((Flight) this).kilometres() / 820));
  }

  /** Kilograms of CO2 for so many tonnes. */
  static double emissions(Movement movement, double tonnes) {
    if (movement instanceof Sailing s) {
      return s.nauticalMiles() * 1.852 * tonnes * 0.016;
    }
    if (movement instanceof Trucking t) {
      return t.kilometres() * tonnes * 0.062;
    }
    return ((Flight) movement).kilometres() * tonnes * 0.602;
  }
}
