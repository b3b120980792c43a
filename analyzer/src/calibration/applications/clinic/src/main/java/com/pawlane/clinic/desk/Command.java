package com.pawlane.clinic.desk;

import java.util.List;

public record Command(Verb verb, List<String> words) {
  /** What the desk can type. */
  public enum Verb {
    FIND,
    BOOK,
    PAY,
    QUIT
  }
}
