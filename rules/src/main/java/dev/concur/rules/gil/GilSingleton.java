package dev.concur.rules.gil;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** One object that everybody shares and that lets one thread in at a time. */
public final class GilSingleton implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Gil.accused(use) || !use.lock().ofSingleton() || !use.lock().proper()) {
      return;
    }
    facets
        .at(Gil.place(use))
        .saying(
            "one object serves all and lets one thread in at a time: %s, at most %.1fx on any machine",
            Gil.figures(use), use.maxSpeedup())
        .severity(Gil.loudness(use, severity()))
        .confidence(Gil.sureness(use))
        .because(Gil.evidence(use));
  }
}
