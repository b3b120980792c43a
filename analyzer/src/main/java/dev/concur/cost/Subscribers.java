package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Subscribers of a publisher: what they do with an item is done before the next comes, since a
 * publisher calls them one item at a time (Reactive Streams 1.3).
 */
final class Subscribers {

  private static final Set<String> TYPES =
      Set.of("java.util.concurrent.Flow$Subscriber", "org.reactivestreams.Subscriber");

  private final Linked linked;
  private final Costs costs;
  private final Reuse reuse;

  Subscribers(Linked linked, Costs costs, Reuse reuse) {
    this.linked = linked;
    this.costs = costs;
    this.reuse = reuse;
  }

  /** The service that a subscriber is; empty for all other methods. */
  Optional<Loop> of(MethodFacts method) {
    boolean takes =
        method.ref().name().equals("onNext")
            && method.ref().descriptor().endsWith(")V")
            && !method.isSynthetic()
            && !method.isAbstract()
            && TYPES.stream().anyMatch(type -> linked.subtype(method.ref().owner(), type));
    return takes ? Optional.of(service(method)) : Optional.empty();
  }

  private Loop service(MethodFacts method) {
    Tally work = costs.summaries().of(method);
    Round round = reuse.round(method);
    List<Spot> blockers =
        work.writes.entrySet().stream()
            .filter(write -> write.getKey() < 1 && round.anew(write.getKey()).isEmpty())
            .map(write -> write.getValue().at().spot())
            .toList();
    return new Loop(
        method.spot(method.line(), Loop.SERVICE + "event"),
        Sizes.ENDLESS,
        Loop.Trip.FOREVER,
        new Cost(work.cpu, work.waiting(), Provenance.DERIVED),
        costs.happenings(method, work),
        blockers,
        List.of(),
        List.of(),
        false,
        Path.HOT);
  }
}
