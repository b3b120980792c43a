package dev.concur.rules.gil;

import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/** A collection shared by all whose every call takes its one lock. */
public final class GilSynchronizedCollection implements LockRule {

  // One method that uses it may be one thread; see GilSynchronizedCollection.md, "Threshold".
  private static final int SEVERAL_METHODS = 2;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.SYNCHRONIZED_COLLECTION
        || !use.lock().oneForAll()
        || !use.shared()) {
      return;
    }
    long methods = use.hot().stream().map(region -> region.at().methodRef()).distinct().count();
    if (methods < SEVERAL_METHODS) {
      return;
    }
    facets
        .at(use.lock().declared())
        .saying("%d methods meet at the one lock of the collection %s", methods, use.lock().words())
        .because(use.hot().stream().map(Region::at).toList());
  }
}
