package dev.concur.rules.compute;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import java.util.List;

/** A JVM of its own for each small step of a loop. */
public final class ProcessNotWorthIt implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.JvmEachRound jvm) {
        facets
            .at(jvm.at())
            .saying("each round starts a JVM, though threads of this one have no lock in common")
            .because(List.of(jvm.at()));
      }
    }
  }
}
