package dev.concur.rules.gil;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** One lock for the whole process that most of the work must pass through: a home-made GIL. */
public final class GilStaticLock implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Gil.accused(use) || use.lock().scope() != Scope.GLOBAL || !use.lock().proper()) {
      return;
    }
    if (use.lock().ofSingleton()) {
      return; // gil-singleton says it better
    }
    facets
        .at(Gil.place(use))
        .saying("%s: no number of threads gets past %.1fx", Gil.figures(use), use.maxSpeedup())
        .severity(Gil.loudness(use, severity()))
        .confidence(Gil.sureness(use))
        .because(Gil.evidence(use));
  }
}
