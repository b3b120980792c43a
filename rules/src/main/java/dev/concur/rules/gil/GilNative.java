package dev.concur.rules.gil;

import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** Native code that runs under one lock for all. */
public final class GilNative implements LockRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Gil.accused(use)) {
      return;
    }
    for (Region region : use.hot()) {
      region.all(Happening.EntersNative.class).stream()
          .findFirst()
          .ifPresent(enters -> accuse(use, region, enters, facets));
    }
  }

  private static void accuse(
      LockUse use, Region region, Happening.EntersNative enters, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "native %s.%s runs under %s, one call at a time",
            enters.method().simpleOwner(), enters.method().name(), use.lock().words())
        .because(enters.chain());
  }
}
