package dev.concur.rules.async;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Words;

/** A stage that waits or computes on the thread that completes the future of somebody else. */
public final class BlockingInNonasyncStage implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.HeavyStage stage) {
        facets
            .at(stage.at())
            .saying(
                "the stage %s %s for %s on the thread that completes the future",
                stage.kind().waits() ? "waits" : "computes",
                Words.time(stage.nanos()),
                stage.kind().word())
            .because(stage.chain());
      }
    }
  }
}
