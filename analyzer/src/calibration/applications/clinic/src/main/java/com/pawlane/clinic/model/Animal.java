package com.pawlane.clinic.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

public record Animal(
    long id, String name, Species species, LocalDate born, double weight, String chip, long ownerId)
    implements Serializable {

  public int ageInMonths(LocalDate today) {
    return (int) Period.between(born, today).toTotalMonths();
  }

  public Optional<String> chipNumber() {
    return Optional.ofNullable(chip).filter(c -> !c.isBlank());
  }

  public Animal withWeight(double newWeight) {
    return new Animal(id, name, species, born, newWeight, chip, ownerId);
  }
}
