package dev.concur.rules.async;

import dev.concur.model.Label;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.CallRule;
import dev.concur.rule.Facets;
import java.util.List;

/** A future that is waited for on a thread that must never wait. */
public final class BlockInAsyncContext implements CallRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void look(Program.Call call, Label caller, Program program, Facets facets) {
    if (!call.joins() || isDone(call, caller) || !LoopThreads.only(program, caller.method())) {
      return;
    }
    facets
        .at(call.at())
        .saying(
            "%s.%s waits on a thread that serves everybody else meanwhile",
            call.callee().simpleOwner(), call.callee().name())
        .because(List.of(caller.at(), call.at()));
  }

  /** Whether a future asks itself in what it runs when it is done; then the answer is there. */
  private static boolean isDone(Program.Call call, Label caller) {
    MethodRef by = caller.method();
    return by.name().equals("done")
        && by.descriptor().equals("()V")
        && call.callee().owner().equals(by.owner());
  }
}
