package dev.concur.rule;

import dev.concur.model.Confidence;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.Comparator;
import java.util.List;

/**
 * One rule's view of one defect.
 *
 * @param thing the scarce thing at one place of repair; facets of one thing are one finding
 */
record Facet(
    Rule rule,
    Severity severity,
    Confidence confidence,
    Spot at,
    String message,
    List<Spot> evidence,
    List<String> locks,
    Subject subject,
    String thing) {

  // Most specific first: gil, the kind of thread that runs it, what happens under the lock, the
  // pool, the rest.
  private static final List<String> FAMILIES =
      List.of("gil", "virtualthreads", "async", "lock", "pool");

  /** The most specific facet first; notes behind everything that counts. */
  static final Comparator<Facet> BY_RANK =
      Comparator.comparing((Facet f) -> f.severity == Severity.NOTE)
          .thenComparingInt(Facet::familyRank)
          .thenComparing(f -> !f.rule.tellsTheRepair())
          .thenComparing(Facet::severity, Comparator.reverseOrder())
          .thenComparing(f -> f.rule.id())
          .thenComparing(Facet::at);

  Facet {
    evidence = List.copyOf(evidence);
    locks = List.copyOf(locks);
  }

  private int familyRank() {
    int rank = FAMILIES.indexOf(rule.family());
    return rank < 0 ? FAMILIES.size() : rank;
  }
}
