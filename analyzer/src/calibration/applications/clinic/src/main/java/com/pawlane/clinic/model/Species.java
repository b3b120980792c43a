package com.pawlane.clinic.model;

import java.util.Locale;

/** Species we treat, with the usual adult weight in kilograms. */
public enum Species {
  DOG(22),
  CAT(4.2),
  RABBIT(2),
  HORSE(520),
  BIRD(0.3),
  REPTILE(1.1);

  private final double adultWeight;

  Species(double adultWeight) {
    this.adultWeight = adultWeight;
  }

  public double adultWeight() {
    return adultWeight;
  }

  public static Species fromCode(String code) {
    return switch (code.trim().toUpperCase(Locale.ROOT)) {
      case "K9", "DOG", "CANINE" -> DOG;
      case "CAT", "FELINE" -> CAT;
      case "RAB", "RABBIT" -> RABBIT;
      case "EQ", "HORSE" -> HORSE;
      case "AV", "BIRD" -> BIRD;
      default -> REPTILE;
    };
  }
}
