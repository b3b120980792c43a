package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.rule.Words;
import java.util.List;

/** What speaks against ways of changing a lock, whatever they would do to it. */
final class LockObjections {

  private final Situation situation;
  private final LockUse use;

  LockObjections(HeldLock lock) {
    this.situation = lock.situation();
    this.use = lock.use();
  }

  /** The same, with the first objection if there is one. */
  Candidate to(Candidate way) {
    return refusedInTurn(refusedOnOneFile(refusedWhenNative(way)));
  }

  /** A file that is open has one position: who does not wait at the lock waits for the file. */
  private Candidate refusedOnOneFile(Candidate candidate) {
    boolean changes =
        candidate.model() == Model.LOCK_CHANGE || candidate.model() == Model.PROCESSES;
    boolean waitsInside = candidate.arm().lock() == LockState.COMPUTING_OUTSIDE;
    return changes
            && !waitsInside
            && !candidate.refused()
            && OneConnection.onOneFile(situation.happenings(), situation.program())
        ? candidate.refusedBecause("the one file behind it takes one caller at a time")
        : candidate;
  }

  /** Where each pass needs what the last one left, none can run elsewhere or beside it. */
  private Candidate refusedInTurn(Candidate candidate) {
    boolean apart =
        candidate.arm().lock() == LockState.PER_WORKER
            || candidate.model() == Model.PROCESSES
            || candidate.model() == Model.NATIVE;
    boolean striped = candidate.arm().lock() == LockState.STRIPED;
    return HeavyPart.renewed(situation)
        .filter(renews -> !candidate.refused() && (apart || (striped && !renews.keyed())))
        .map(
            renews ->
                candidate.refusedBecause(
                    Words.format(
                        "each pass needs what the last one left in %s",
                        Fields.names(List.of(renews.field())))))
        .orElse(candidate);
  }

  /** Native code that needed a lock is not re-entrant: only another process has its own. */
  private Candidate refusedWhenNative(Candidate candidate) {
    boolean insideOneJvm =
        candidate.model() == Model.LOCK_CHANGE || candidate.model() == Model.NATIVE;
    boolean entersNative =
        use.lock().kind() == LockKind.NATIVE_INTERPRETER
            || use.regions().stream().anyMatch(r -> r.has(Happening.EntersNative.class));
    return insideOneJvm && entersNative && !candidate.refused()
        ? candidate.refusedBecause(
            "native code runs under the lock, and its state is one for the whole process")
        : candidate;
  }
}
