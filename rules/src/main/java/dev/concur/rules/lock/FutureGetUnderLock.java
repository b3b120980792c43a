package dev.concur.rules.lock;

import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/**
 * A shared lock that is held while its owner waits for another thread, which may need that very
 * lock.
 */
public final class FutureGetUnderLock implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    Shared.heldWhileWaiting(use, 0, Kind.LOCK).stream()
        // With a limit of a moment it cannot stand still for ever.
        .filter(held -> !held.waits().bounded())
        .forEach(
            held ->
                facets
                    .at(held.region().at())
                    .saying(
                        "%s is held while waiting for another thread; if that one needs it, both wait"
                            + " for ever",
                        use.lock().words())
                    .severity(Shared.loudness(use, held.region(), severity()))
                    .because(Shared.evidence(use, held.region(), held.waits())));
  }
}
