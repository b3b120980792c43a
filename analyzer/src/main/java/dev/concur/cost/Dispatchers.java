package dev.concur.cost;

import dev.concur.catalogue.Dispatcher;
import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Servers of the JDK that run all their handlers on the one thread that takes the requests, until
 * somebody gives them an executor: services without a loop of the program.
 */
final class Dispatchers {

  private final Linked linked;
  private final Costs costs;
  private final Handlers handlers;

  Dispatchers(Linked linked, Costs costs, Handlers handlers) {
    this.linked = linked;
    this.costs = costs;
    this.handlers = handlers;
  }

  /** The service that a call sets up; empty when more threads than one may serve. */
  Optional<Loop> service(MethodFacts in, Block block, Op.Call call) {
    Optional<Dispatcher> dispatcher =
        linked.catalogue().dispatcherOf(call.callee(), linked.facts()::supertypes);
    return dispatcher
        .filter(one -> madeHere(in, call) && !linked.given(in, call, one.unless()))
        .flatMap(
            one ->
                heaviest(in, call, one)
                    .map(
                        body ->
                            handlers.service(
                                in.spot(call.line(), ""),
                                one.what(),
                                body,
                                root -> shared(body, root),
                                block.path())));
  }

  /** Whether the server was seen being made, so that nobody else gave it threads. */
  private boolean madeHere(MethodFacts in, Op.Call call) {
    return linked.origins(in, call.receiver().orElseThrow()).stream()
        .allMatch(
            origin ->
                origin.value() instanceof Value.New
                    || (origin.value() instanceof Value.Result result
                        && linked.facts().inJdk(result.callee().owner())));
  }

  private Optional<MethodFacts> heaviest(MethodFacts in, Op.Call call, Dispatcher dispatcher) {
    return linked.tasks(in, call, dispatcher.handler(), List.of()).stream()
        .max(Comparator.comparingDouble(body -> total(costs.summaries().of(body))));
  }

  private static double total(Tally tally) {
    return tally.cpu.middle() + tally.waiting().middle();
  }

  /** Whether it is more than what comes with each request, which is the last parameter. */
  private static boolean shared(MethodFacts body, int root) {
    return root < body.parameterNames().size() - 1;
  }
}
