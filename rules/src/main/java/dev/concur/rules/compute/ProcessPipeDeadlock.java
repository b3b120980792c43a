package dev.concur.rules.compute;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import java.util.List;

/** A process that is waited for before anybody has read what it says. */
public final class ProcessPipeDeadlock implements MethodRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.UndrainedProcess process) {
        facets
            .at(process.at())
            .saying(
                "waits for the end of a process whose output nobody reads meanwhile: a full pipe stops"
                    + " it, and then both wait for ever")
            .because(List.of(process.started(), process.at()));
      }
    }
  }
}
