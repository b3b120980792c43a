package dev.concur.rules.async;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Words;

/** A function of a reactive pipeline that waits on whatever thread the signals come on. */
public final class BlockingInReactiveOperator implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.WaitingOperator operator) {
        facets
            .at(operator.at())
            .saying(
                "%s waits %s for the %s, and nothing says on which thread",
                operator.at().note(), Words.time(operator.nanos()), operator.kind().word())
            .because(operator.chain());
      }
    }
  }
}
