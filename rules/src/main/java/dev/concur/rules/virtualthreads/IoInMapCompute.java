package dev.concur.rules.virtualthreads;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/**
 * A compute function of a concurrent map that waits for a device, with a part of the map locked.
 */
public final class IoInMapCompute implements LockRule {

  // Handing a contended lock over costs about as much; see IoInMapCompute.md, "Threshold".
  private static final double BLOCKS_NANOS = 10_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.MAP_BIN) {
      return;
    }
    for (Region region : use.regions()) {
      if (region.path() == Path.HOT || region.path() == Path.MISS) {
        region.all(Happening.Waits.class).stream()
            .filter(wait -> wait.kind() != Kind.LOCK && wait.nanos().middle() >= BLOCKS_NANOS)
            .findFirst()
            .ifPresent(wait -> accuse(region, wait, severity(region, program), facets));
      }
    }
  }

  private Severity severity(Region region, Program program) {
    boolean pins =
        program.target().monitorsPin()
            && program.runners(region.at().methodRef()).contains(Runner.VIRTUAL);
    if (pins) {
      return Severity.ERROR;
    }
    // A value that is made once for each key is what such maps are for.
    return region.path() == Path.HOT ? severity() : Severity.NOTE;
  }

  private static void accuse(
      Region region, Happening.Waits wait, Severity severity, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "the compute function waits %s for the %s, and other keys of the same bin wait with it",
            Words.time(wait.nanos().middle()), wait.kind().word())
        .severity(severity)
        .because(wait.chain());
  }
}
