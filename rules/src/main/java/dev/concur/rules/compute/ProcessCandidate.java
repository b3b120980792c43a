package dev.concur.rules.compute;

import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;
import dev.concur.rules.gil.Gil;

/** Work behind one lock that nobody here can split: each process would have its own. */
public final class ProcessCandidate implements LockRule {

  // A hand-over to another process costs about 17 us, spread over a batch; see the page,
  // "Threshold".
  private static final double WORTH_NANOS = 20_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Gil.accused(use) || use.splittable() || !worth(use)) {
      return;
    }
    facets
        .at(Gil.place(use))
        .saying(
            "%s cannot be split, because %s: worker processes would have one each",
            use.lock().words(), why(use))
        .because(Gil.evidence(use));
  }

  private static boolean worth(LockUse use) {
    return use.heldNanos().middle() >= WORTH_NANOS || entersNative(use);
  }

  private static String why(LockUse use) {
    if (use.lock().kind() == LockKind.NATIVE_INTERPRETER) {
      return "it belongs to an embedded interpreter";
    }
    if (entersNative(use)) {
      return "it guards native code";
    }
    return Words.format("it is declared in foreign code (%s)", use.lock().declared().className());
  }

  private static boolean entersNative(LockUse use) {
    return use.regions().stream().anyMatch((Region r) -> r.has(Happening.EntersNative.class));
  }
}
