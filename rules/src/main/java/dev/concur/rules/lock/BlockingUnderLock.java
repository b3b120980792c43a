package dev.concur.rules.lock;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/** A shared lock that is held while its owner waits for a device. */
public final class BlockingUnderLock implements LockRule {

  // Handing a contended lock over costs about as much; see BlockingUnderLock.md, "Threshold".
  private static final double BLOCKS_NANOS = 10_000;

  // One operation on a file in the page cache is shorter; see BlockingUnderLock.md, "Threshold".
  private static final double LOUD_NANOS = 50_000;

  // Kinds whose length somebody outside the process decides.
  private static final Kind[] DEVICES = {
    Kind.NETWORK, Kind.DATABASE, Kind.DISK, Kind.PROCESS, Kind.INPUT
  };

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    Shared.heldWhileWaiting(use, BLOCKS_NANOS, DEVICES)
        .forEach(held -> accuse(use, held.region(), held.waits(), program, facets));
    Shared.missedWhileWaiting(use, LOUD_NANOS, DEVICES)
        .forEach(held -> missed(use, held.region(), held.waits(), facets));
  }

  /** A method that is nothing but its lock speaks for itself, when it waits for long enough. */
  private Severity loudness(LockUse use, Region region, Happening.Waits wait) {
    // There is one person at the terminal, and whoever waits for him is the only one to do so.
    if (wait.nanos().middle() < LOUD_NANOS || wait.kind() == Kind.INPUT) {
      return Severity.NOTE;
    }
    return region.wholeBody()
        ? Shared.loudness(use, severity())
        : Shared.loudness(use, region, severity());
  }

  /** How often a value is missing, nobody knows; each time the others wait. */
  private static void missed(LockUse use, Region region, Happening.Waits wait, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "on each miss %s is held while waiting %s for the %s",
            use.lock().words(), Words.guess(wait.nanos().middle()), wait.kind().word())
        .severity(Severity.NOTE)
        .because(Shared.evidence(use, region, wait));
  }

  private void accuse(
      LockUse use, Region region, Happening.Waits wait, Program program, Facets facets) {
    boolean pins =
        program.target().monitorsPin()
            && use.lock().kind().monitor()
            && program.runners(region.at().methodRef()).contains(Runner.VIRTUAL);
    facets
        .at(region.at())
        .saying(
            "%s is held while waiting %s for the %s%s",
            use.lock().words(),
            Words.guess(wait.nanos().middle()),
            wait.kind().word(),
            pins ? ", which pins the carrier of a virtual thread" : "")
        .severity(pins ? Severity.ERROR : loudness(use, region, wait))
        .because(Shared.evidence(use, region, wait));
  }
}
