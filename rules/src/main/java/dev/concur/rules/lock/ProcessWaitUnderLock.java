package dev.concur.rules.lock;

import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/** A shared lock that is held while another process works. */
public final class ProcessWaitUnderLock implements LockRule {

  // A process takes longer than this only to be started; see ProcessWaitUnderLock.md, "Threshold".
  private static final double WAITS_NANOS = 10_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    Shared.heldWhileWaiting(use, WAITS_NANOS, Kind.PROCESS)
        .forEach(
            held ->
                facets
                    .at(held.region().at())
                    .saying(
                        "%s is held while another process works (%s)",
                        use.lock().words(), Words.time(held.waits().nanos().middle()))
                    .severity(Shared.loudness(use, severity()))
                    .because(Shared.evidence(use, held.region(), held.waits())));
  }
}
