package dev.concur.rule;

/** A rule about suppressions that nothing needed. Asked when all others have spoken. */
public interface SuppressionRule extends Rule {

  /** Judges one suppression that covered no finding. */
  void look(Subject.OfSuppression unneeded, Facets facets);
}
