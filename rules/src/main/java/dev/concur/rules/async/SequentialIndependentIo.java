package dev.concur.rules.async;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A loop that waits for one answer before it asks the next question, though the questions are
 * independent.
 */
public final class SequentialIndependentIo implements LoopRule {

  // Ten thread starts or a thousand virtual ones fit into this; see the page, "Threshold".
  private static final double WORTH_NANOS = 1_000_000;

  // A question and its answer take a round trip at least; shorter waits are pieces of one
  // conversation, which has an order. See the page, "Threshold".
  private static final double ROUND_TRIP_NANOS = 200_000;

  // One disk serves one request after the other, and worker processes run side by side already.
  private static final Set<Kind> ASKS = EnumSet.of(Kind.NETWORK, Kind.DATABASE);

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (loop.parallel() || !loop.independent() || !loop.counted() || loop.trips().middle() < 2) {
      return;
    }
    if (loop.path() != Path.HOT || loop.whole().waiting().middle() < WORTH_NANOS) {
      return;
    }
    loop.all(Happening.Waits.class).stream()
        .filter(wait -> ASKS.contains(wait.kind()))
        .filter(wait -> wait.nanos().middle() >= ROUND_TRIP_NANOS)
        .findFirst()
        .ifPresent(wait -> accuse(loop, wait, facets));
  }

  private static void accuse(Loop loop, Happening.Waits wait, Facets facets) {
    List<Spot> evidence = new ArrayList<>(wait.chain());
    evidence.addAll(loop.cautions());
    facets
        .at(loop.at())
        .saying(
            "each round waits %s for the %s, one after the other, though no round needs another's answer",
            Words.time(wait.nanos().middle()), wait.kind().word())
        .because(evidence);
  }
}
