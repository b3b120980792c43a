package com.pawlane.clinic.analytics;

import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.model.Species;
import java.util.EnumMap;
import java.util.Map;

public final class DosageCalculator {
  private final Map<Species, Double> factor = new EnumMap<>(Species.class);

  public DosageCalculator() {
    factor.put(Species.CAT, 0.8);
    factor.put(Species.HORSE, 1.2);
  }

  /** Milligrams, by metabolic weight. */
  public double dose(Animal animal, double milligramsPerKilo) {
    double metabolic = Math.pow(animal.weight(), 0.75);
    return Math.round(
            metabolic * milligramsPerKilo * factor.getOrDefault(animal.species(), 1.0) * 10)
        / 10.0;
  }
}
