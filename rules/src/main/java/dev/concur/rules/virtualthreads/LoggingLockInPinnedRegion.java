package dev.concur.rules.virtualthreads;

import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Releases;

/** A log record that is written by a virtual thread which holds a monitor. */
public final class LoggingLockInPinnedRegion implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return new Releases(21, 23); // JEP 491 ended it in 24
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!use.lock().kind().monitor()) {
      return;
    }
    for (Region region : use.regions()) {
      boolean often = region.path() == Path.HOT || region.path() == Path.MISS;
      if (often && program.runners(region.at().methodRef()).contains(Runner.VIRTUAL)) {
        region.all(Happening.Logs.class).stream()
            .findFirst()
            .ifPresent(logs -> accuse(region, logs, facets));
      }
    }
  }

  private static void accuse(Region region, Happening.Logs logs, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "a virtual thread logs with a monitor held, and keeps its carrier while it waits to write")
        .because(logs.chain());
  }
}
