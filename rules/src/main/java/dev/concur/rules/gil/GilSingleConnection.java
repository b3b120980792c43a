package dev.concur.rules.gil;

import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.Comparator;

/** One connection for the whole process: one conversation at a time. */
public final class GilSingleConnection implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.SINGLE_CONNECTION
        || !use.lock().oneForAll()
        || !use.shared()) {
      return;
    }
    use.hot().stream()
        .filter(region -> region.has(Happening.Waits.class))
        .min(Comparator.comparing(Region::at))
        .ifPresent(region -> accuse(use, region, facets));
  }

  private void accuse(LockUse use, Region region, Facets facets) {
    facets
        .at(region.at())
        .saying("everybody talks through %s, one after the other", use.lock().words())
        .severity(Gil.loudness(use, severity()))
        .because(use.hot().stream().map(Region::at).toList())
        .because(region.happenings().get(0).chain());
  }
}
