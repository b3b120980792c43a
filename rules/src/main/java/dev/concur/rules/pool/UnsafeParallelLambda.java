package dev.concur.rules.pool;

import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;

/** A parallel stream whose stages change what they share. */
public final class UnsafeParallelLambda implements LoopRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean safety() {
    return true;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!loop.parallel() || loop.independent()) {
      return;
    }
    facets
        .at(loop.at())
        .saying("elements run side by side, and one %s", loop.blockers().get(0).note())
        .because(loop.blockers());
  }
}
