package dev.concur.rules.async;

import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;

/** A method that promises a future, and waits before it gives it. */
public final class AsyncMethodBlocksFirst implements MethodRule {

  // A caller who was promised a future does not expect to stand still this long; see the page.
  private static final double STALLS_NANOS = 1_000_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    if (!label.async() || !label.blocking() || !program.promises(label.method())) {
      return;
    }
    for (Program.Call call : program.calls(label.method())) {
      if (call.label().filter(Label::async).isPresent()) {
        return; // from here on the work is elsewhere
      }
      if (call.path() == Path.HOT
          && call.label().filter(AsyncMethodBlocksFirst::stalls).isPresent()) {
        accuse(label, call, facets);
        return;
      }
    }
  }

  private static boolean stalls(Label callee) {
    return callee.blocking()
        && callee.kinds().stream().anyMatch(Kind::outside)
        && callee.cost().filter(cost -> cost.waiting().middle() >= STALLS_NANOS).isPresent();
  }

  private static void accuse(Label label, Program.Call call, Facets facets) {
    Label callee = call.label().orElseThrow();
    List<Spot> evidence = new ArrayList<>(List.of(label.at(), call.at()));
    evidence.addAll(callee.evidence());
    facets
        .at(call.at())
        .saying(
            "%s promises a future, and waits %s before it starts the work",
            label.at().method(), Words.time(callee.cost().orElseThrow().waiting().middle()))
        .confidence(label.confidence().and(callee.confidence()))
        .because(evidence);
  }
}
