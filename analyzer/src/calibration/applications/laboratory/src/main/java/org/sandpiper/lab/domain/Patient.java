package org.sandpiper.lab.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

public record Patient(
    String mrn, String family, String given, LocalDate born, Sex sex, String ward) {
  public enum Sex {
    FEMALE,
    MALE,
    OTHER;

    public static Sex ofCode(String code) {
      if (code == null || code.isEmpty()) return OTHER;
      return switch (Character.toUpperCase(code.charAt(0))) {
        case 'F' -> FEMALE;
        case 'M' -> MALE;
        default -> OTHER;
      };
    }
  }

  public int ageOn(LocalDate day) {
    return Period.between(born, day).getYears();
  }

  public String displayName() {
    return family.toUpperCase(Locale.ROOT) + ", " + given;
  }

  public boolean newborn(LocalDate day) {
    return born.plusDays(28).isAfter(day);
  }
}
