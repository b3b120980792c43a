package dev.concur.cost;

import dev.concur.model.Cost;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Methods that others call for each of what comes, one at a time: services without a loop of the
 * program.
 */
final class Handlers {

  private final Costs costs;
  private final Reuse reuse;

  Handlers(Costs costs, Reuse reuse) {
    this.costs = costs;
    this.reuse = reuse;
  }

  /**
   * The service that a method is called by.
   *
   * @param at where it is spoken of
   * @param what what comes, in a word such as request
   * @param shared whether what hangs on a parameter is more than what comes
   */
  Loop service(Spot at, String what, MethodFacts body, IntPredicate shared, Path path) {
    Tally work = costs.summaries().of(body);
    Round round = reuse.round(body);
    List<Spot> blockers =
        work.writes.entrySet().stream()
            .filter(write -> shared.test(write.getKey()) && round.anew(write.getKey()).isEmpty())
            .map(write -> write.getValue().at().spot())
            .toList();
    return new Loop(
        at.noting(Loop.SERVICE + what),
        Sizes.ENDLESS,
        Loop.Trip.FOREVER,
        new Cost(work.cpu, work.waiting(), Provenance.DERIVED),
        costs.happenings(body, work),
        blockers,
        List.of(),
        List.of(),
        false,
        path);
  }
}
