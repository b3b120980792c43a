package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.read.MethodFacts;
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
  private final Handlers handlers;

  Subscribers(Linked linked, Handlers handlers) {
    this.linked = linked;
    this.handlers = handlers;
  }

  /** The service that a subscriber is; empty for all other methods. */
  Optional<Loop> of(MethodFacts method) {
    boolean takes =
        method.ref().name().equals("onNext")
            && method.ref().descriptor().endsWith(")V")
            && !method.isSynthetic()
            && !method.isAbstract()
            && TYPES.stream().anyMatch(type -> linked.subtype(method.ref().owner(), type));
    return takes
        ? Optional.of(handlers.service(method.spot(), "event", method, root -> root < 1, Path.HOT))
        : Optional.empty();
  }
}
