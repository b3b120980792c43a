package dev.concur.rules.gil;

import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/** A GIL that is held across waiting for a device: even CPython gives its lock back there. */
public final class GilIo implements LockRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Gil.accused(use) || use.gilLike() != GilLike.TOTAL || !use.lock().proper()) {
      return;
    }
    Gil.waitInside(use).ifPresent(wait -> accuse(use, wait, facets));
  }

  private void accuse(LockUse use, Happening.Waits wait, Facets facets) {
    facets
        .at(Gil.place(use))
        .saying(
            "everybody waits while one waits for the %s (%s): %s",
            wait.kind().word(), Words.guess(wait.nanos().middle()), Gil.figures(use))
        .severity(Gil.loudness(use, severity()))
        .confidence(Gil.sureness(use))
        .because(Gil.evidence(use))
        .because(wait.chain());
  }
}
