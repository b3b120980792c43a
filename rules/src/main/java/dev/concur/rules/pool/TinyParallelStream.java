package dev.concur.rules.pool;

import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.BusyCores;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.List;

/**
 * A parallel stream with less to do than it takes to start one, or one that is started by each of
 * the tasks that keep the cores busy already.
 */
public final class TinyParallelStream implements LoopRule {

  // Starting a parallel stream and waiting for its end: 4 to 8 us; see the page, "Threshold".
  private static final double START_NANOS = 8_000;

  // Ten times what starting one costs among busy cores (2 us): beyond that there is less than a
  // tenth to win; see the page, "Threshold".
  private static final double SMALL_NANOS = 20_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!loop.parallel() || !loop.all(Happening.Waits.class).isEmpty()) {
      return;
    }
    double whole = loop.whole().total().middle();
    if (loop.trip() == Loop.Trip.CONSTANT && whole <= START_NANOS) {
      facets
          .at(loop.at())
          .saying(
              "%.0f elements take %s together, less than starting a parallel stream",
              loop.trips().middle(), Words.time(whole));
    } else if (whole <= SMALL_NANOS) {
      BusyCores.around(loop, program).ifPresent(tasks -> nested(loop, tasks, facets));
    }
  }

  private static void nested(Loop loop, HandOff tasks, Facets facets) {
    facets
        .at(loop.at())
        .saying(
            "each task of %s starts a parallel stream of some %s, and the tasks keep all cores busy"
                + " without it",
            Pools.words(tasks.executor()), Words.time(loop.whole().total().middle()))
        .because(List.of(tasks.executor().created(), tasks.at()));
  }
}
