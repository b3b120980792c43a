package dev.concur.rules.compute;

import dev.concur.model.Confidence;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.List;

/** A recursion on one core whose parts need nothing of each other. */
public final class RecursiveSplit implements LoopRule {

  // A hundred fork/join tasks start in it; see the page, "Threshold".
  private static final double WORTH_NANOS = 100_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!loop.recursion() || loop.whole().cpu().middle() < WORTH_NANOS) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "the method calls itself on parts that need none of the others and computes %s on one core",
            Words.time(loop.whole().cpu().middle()))
        .confidence(Confidence.LOW)
        .because(List.of(loop.at()));
  }
}
