package dev.concur.rules.virtualthreads;

import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Releases;
import dev.concur.rule.Words;

/** A class whose initialiser waits, first used on a virtual thread. */
public final class PinnedInClassInit implements LockRule {

  // A carrier kept for less does no harm; see PinnedInClassInit.md, "Threshold".
  private static final double PINS_NANOS = 100_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return new Releases(21, 25);
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.CLASS_INIT) {
      return;
    }
    for (Region region : use.regions()) {
      if (program.runners(region.at().methodRef()).contains(Runner.VIRTUAL)) {
        region.all(Happening.Waits.class).stream()
            .filter(wait -> wait.kind().outside() && wait.nanos().middle() >= PINS_NANOS)
            .findFirst()
            .ifPresent(wait -> accuse(region, wait, facets));
      }
    }
  }

  private static void accuse(Region region, Happening.Waits wait, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "the class is initialised on a virtual thread and waits %s for the %s: the carrier and all"
                + " who need the class stand still",
            Words.time(wait.nanos().middle()), wait.kind().word())
        .because(wait.chain());
  }
}
