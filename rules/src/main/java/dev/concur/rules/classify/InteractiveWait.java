package dev.concur.rules.classify;

import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;

/** A method that waits for a person. */
public final class InteractiveWait implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    boolean asks = label.kinds().contains(Kind.INPUT) && label.blocking();
    // Said where the question is asked, and not again for every caller.
    if (!asks || label.evidence().size() > 1) {
      return;
    }
    facets
        .at(label.at())
        .saying("waits for a person, who may have gone to lunch")
        .confidence(label.confidence())
        .because(label.evidence());
  }
}
