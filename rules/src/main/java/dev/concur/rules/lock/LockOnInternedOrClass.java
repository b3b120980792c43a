package dev.concur.rules.lock;

import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;

/**
 * A lock on an object that is not one's own: a string, a boxed number, the class of whoever
 * inherits.
 */
public final class LockOnInternedOrClass implements LockRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    String why = why(use.lock().id());
    if (why.isEmpty() || use.regions().isEmpty()) {
      return;
    }
    facets
        .at(use.regions().get(0).at())
        .saying("%s is the lock: %s", use.lock().words(), why)
        // One for each key on purpose: strangers who do the same with the same key are few.
        .severity(use.lock().scope() == Scope.PER_KEY ? Severity.NOTE : severity())
        .because(use.regions().stream().map(Region::at).toList());
  }

  private static String why(String id) {
    if (id.startsWith("constant ")) {
      return "equal constants are one object in the whole process, so strangers may hold it";
    }
    return id.startsWith("getClass() ")
        ? "a subclass takes another one, and both believe to be alone"
        : "";
  }
}
