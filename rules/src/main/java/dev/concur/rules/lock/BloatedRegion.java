package dev.concur.rules.lock;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** A region whose beginning or end touches nothing shared. */
public final class BloatedRegion implements LockRule {

  // About ten source lines; see BloatedRegion.md, "Threshold".
  private static final int LOOSE_INSTRUCTIONS = 30;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Shared.contended(use)) {
      return;
    }
    use.hot().stream()
        .filter(region -> region.looseEnds() >= LOOSE_INSTRUCTIONS)
        .forEach(region -> accuse(use, region, facets));
  }

  private static void accuse(LockUse use, Region region, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "%d of %d instructions at the ends of this block touch only locals, with %s held",
            region.looseEnds(), region.instructions(), use.lock().words());
  }
}
