package dev.concur.model;

import java.util.Locale;

/** How loudly a finding speaks; a later constant is more severe. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
