package dev.concur.model;

import java.util.Locale;

/** Where a number comes from; a later constant is to be believed more. */
public enum Provenance {
  /** A typical value out of the catalogue. */
  CATALOGUE,
  /** Added up from the code. */
  DERIVED,
  /** Measured with a fixture of the user's. */
  FIXTURE,
  /** Measured here. */
  MEASURED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
