package dev.concur.rules.async;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Releases;
import java.util.List;

/** A chain of callbacks that virtual threads would let one write as plain calls. */
public final class CallbackChainOn21 implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public Releases releases() {
    return Releases.since(21);
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.ChainOfStages chain) {
        facets
            .at(chain.at())
            .saying(
                "%d stages each ask somebody and go on with the answer, as plain calls on a virtual thread would",
                chain.stages())
            .because(List.of(chain.at()));
      }
    }
  }
}
