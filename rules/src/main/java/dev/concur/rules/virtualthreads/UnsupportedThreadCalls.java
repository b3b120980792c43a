package dev.concur.rules.virtualthreads;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Releases;
import java.util.List;

/** A wish that a virtual thread does not grant. */
public final class UnsupportedThreadCalls implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return Releases.since(21);
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.VainWish vain) {
        facets
            .at(vain.at())
            .saying("%s throws or does nothing on a virtual thread", vain.wish())
            .because(List.of(vain.at()));
      }
    }
  }
}
