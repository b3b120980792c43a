package org.sandpiper.lab.domain;

import java.time.Instant;
import java.util.List;

public record Order(
    String accession,
    String mrn,
    String requester,
    Instant collected,
    boolean urgent,
    List<String> tests) {
  public Order {
    tests = List.copyOf(tests);
  }

  public boolean asksFor(String test) {
    return tests.contains(test);
  }

  /** Check character of the accession number, modulo 36. */
  public static char checkCharacter(String accession) {
    int sum = 0;
    for (int i = 0; i < accession.length(); i++)
      sum += (i + 1) * Character.digit(accession.charAt(i), 36);
    return Character.toUpperCase(Character.forDigit(Math.floorMod(sum, 36), 36));
  }
}
