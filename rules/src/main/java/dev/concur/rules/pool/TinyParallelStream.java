package dev.concur.rules.pool;

import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;

/** A parallel stream with less to do than it takes to start one. */
public final class TinyParallelStream implements LoopRule {

  // Starting a parallel stream and waiting for its end: 4 to 8 us; see the page, "Threshold".
  private static final double START_NANOS = 8_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    boolean knownSize = loop.trip() == Loop.Trip.CONSTANT;
    if (!loop.parallel() || !knownSize || !loop.all(Happening.Waits.class).isEmpty()) {
      return;
    }
    double whole = loop.whole().total().middle();
    if (whole > START_NANOS) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "%.0f elements take %s together, less than starting a parallel stream",
            loop.trips().middle(), Words.time(loop.whole().total().middle()));
  }
}
