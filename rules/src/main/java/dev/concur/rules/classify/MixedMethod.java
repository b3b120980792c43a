package dev.concur.rules.classify;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Words;

/** A method that waits in one part and computes in another, and so fits no pool. */
public final class MixedMethod implements MethodRule {

  // Either part alone is worth a thread of its own sort; see MixedMethod.md, "Threshold".
  private static final double BOTH_NANOS = 1_000_000;

  // Beyond this only guesses multiplied by guesses come to such figures; see the page.
  private static final double BELIEVED_NANOS = 1_000_000_000;

  // The parts meet here, and not in something far below; see the page.
  private static final int NEAR = 4;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    if (label.bound() != Bound.MIXED || label.kinds().stream().noneMatch(Kind::outside)) {
      return;
    }
    Cost cost = label.cost().orElse(Cost.NONE);
    if (cost.cpu().middle() < BOTH_NANOS || cost.waiting().middle() < BOTH_NANOS) {
      return;
    }
    boolean believed =
        cost.cpu().middle() < BELIEVED_NANOS && cost.waiting().middle() < BELIEVED_NANOS;
    if (!believed || label.confidence() == Confidence.LOW || label.evidence().size() > NEAR) {
      return;
    }
    if (startsProgram(label, program)) {
      return; // it runs once
    }
    if (program.calls(label.method()).stream().anyMatch(MixedMethod::mixedItself)) {
      return; // said where the two parts meet
    }
    facets
        .at(label.at())
        .saying(
            "waits %s and computes %s in one go",
            Words.time(cost.waiting().middle()), Words.time(cost.cpu().middle()))
        .confidence(label.confidence())
        .because(label.evidence());
  }

  /** Whether its class is where the program begins. */
  private static boolean startsProgram(Label label, Program program) {
    return program.entries().stream()
        .map(entry -> entry.at().methodRef())
        .anyMatch(
            entry -> entry.name().equals("main") && entry.owner().equals(label.method().owner()));
  }

  private static boolean mixedItself(Program.Call call) {
    return call.label().filter(label -> label.bound() == Bound.MIXED).isPresent();
  }
}
