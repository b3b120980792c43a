package dev.concur.rules.hygiene;

import dev.concur.model.Confidence;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.Subject;
import dev.concur.rule.SuppressionRule;

/** A suppression that outlived what it excused. */
public final class UnusedSuppression implements SuppressionRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Subject.OfSuppression unneeded, Facets facets) {
    facets
        .at(unneeded.at())
        .saying("nothing is found here that %s would have to excuse", unneeded.text())
        .confidence(Confidence.HIGH);
  }
}
