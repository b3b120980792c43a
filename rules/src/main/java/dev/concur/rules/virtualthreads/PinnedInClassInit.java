package dev.concur.rules.virtualthreads;

import dev.concur.model.Cost;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Releases;
import dev.concur.rule.Words;

/** A class whose initialiser waits, first used on a virtual thread. */
public final class PinnedInClassInit implements MethodRule {

  // It happens once, so a shorter wait does no harm; see PinnedInClassInit.md, "Threshold".
  private static final double PINS_NANOS = 1_000_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return new Releases(21, 25);
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    Kind waited = label.kinds().stream().filter(Kind::outside).findFirst().orElse(Kind.LOCK);
    double nanos = label.cost().orElse(Cost.NONE).waiting().middle();
    boolean onVirtual = program.runners(label.method()).contains(Runner.VIRTUAL);
    if (!label.method().name().equals("<clinit>") || !onVirtual) {
      return;
    }
    if (waited == Kind.LOCK || !waited.waits() || nanos < PINS_NANOS) {
      return;
    }
    facets
        .at(label.at())
        .saying(
            "the class is initialised on a virtual thread and waits %s for the %s: the carrier and all"
                + " who need the class stand still",
            Words.time(nanos), waited.word())
        .because(label.evidence());
  }
}
