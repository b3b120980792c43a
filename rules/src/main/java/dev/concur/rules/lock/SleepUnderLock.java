package dev.concur.rules.lock;

import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/** A shared lock that is held while its owner sleeps. */
public final class SleepUnderLock implements LockRule {

  // Shorter sleeps are spinning with manners; see SleepUnderLock.md, "Threshold".
  private static final double SLEEPS_NANOS = 100_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    Shared.heldWhileWaiting(use, SLEEPS_NANOS, Kind.SLEEP)
        .forEach(
            held ->
                facets
                    .at(held.region().at())
                    .saying(
                        "%s is held for a sleep of %s",
                        use.lock().words(), Words.time(held.waits().nanos().middle()))
                    .severity(Shared.loudness(use, severity()))
                    .because(Shared.evidence(use, held.region(), held.waits())));
  }
}
