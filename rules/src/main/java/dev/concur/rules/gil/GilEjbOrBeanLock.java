package dev.concur.rules.gil;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** A bean that its container lets one caller use at a time. */
public final class GilEjbOrBeanLock implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean tellsTheRepair() {
    return true;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!use.lock().ofContainer() || !Gil.accused(use)) {
      return;
    }
    facets
        .at(Gil.place(use))
        .saying(
            "the container lets one caller in at a time unless it is told to share the bean: %s",
            Gil.figures(use))
        .severity(Gil.loudness(use, severity()))
        .confidence(Gil.sureness(use))
        .because(Gil.evidence(use));
  }
}
