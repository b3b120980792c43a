package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells loops that are services: each round takes the next client, packet or item of a queue and
 * works on it.
 */
final class Services {

  /**
   * A loop that is a service.
   *
   * @param takes the call that waits for the next
   * @param what what comes, in a word
   */
  record Service(Op.Call takes, String what) {}

  private final Linked linked;

  Services(Linked linked) {
    this.linked = linked;
  }

  /** The service that a loop is; one that takes a number known beforehand gathers results. */
  Optional<Service> of(MethodFacts method, LoopFacts loop, Set<Integer> inside) {
    boolean counted = loop.trip() == Loop.Trip.DATA && !ofTaken(method, loop.over(), 0);
    if (loop.trip() == Loop.Trip.CONSTANT || counted) {
      return Optional.empty();
    }
    return method.blocks().stream()
        .filter(block -> inside.contains(block.index()) && block.loop() == loop.index())
        .filter(Summaries::counts)
        .flatMap(block -> block.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .flatMap(call -> service(method, call).stream())
        .findFirst();
  }

  /** Whether what ends the loop is what was taken, or what that says. */
  private boolean ofTaken(MethodFacts method, Value over, int depth) {
    if (depth > Value.DEPTH) {
      return false;
    }
    if (over instanceof Value.Phi phi) {
      return method.phis().get(phi.index()).stream()
          .allMatch(input -> ofTaken(method, input, depth + 1));
    }
    if (!(over instanceof Value.Result result)) {
      return false;
    }
    boolean taken =
        linked.catalogue().receivedBy(result.callee(), linked.facts()::supertypes).isPresent();
    return taken
        || linked
            .call(method, result.op())
            .flatMap(Op.Call::receiver)
            .filter(receiver -> ofTaken(method, receiver, depth + 1))
            .isPresent();
  }

  private Optional<Service> service(MethodFacts method, Op.Call call) {
    return linked
        .catalogue()
        .receivedBy(call.callee(), linked.facts()::supertypes)
        .filter(what -> !what.equals("item") || ownQueue(method, call))
        .map(what -> new Service(call, what));
  }

  /**
   * Whether the class that takes from a queue made it: then nobody else takes from it but by the
   * class. One that is given may have many takers.
   */
  private boolean ownQueue(MethodFacts method, Op.Call call) {
    return call.receiver().orElseThrow() instanceof Value.FieldOf field
        && !linked.writes(linked.declared(field.field())).isEmpty()
        && linked.writes(linked.declared(field.field())).stream()
            .allMatch(
                site ->
                    site.write().value() instanceof Value.New
                        && site.in().ref().owner().equals(method.ref().owner()));
  }

  /** The block without the wait for the next. */
  static Block work(Block block, Service service) {
    if (!block.ops().contains(service.takes())) {
      return block;
    }
    List<Op> rest = block.ops().stream().filter(op -> !op.equals(service.takes())).toList();
    return new Block(
        block.index(),
        rest,
        block.successors(),
        block.handlers(),
        block.dominator(),
        block.loop(),
        block.frequency(),
        block.path(),
        block.guards(),
        block.start(),
        block.instructions());
  }

  /** The loop without the variables that hold nothing but what was taken. */
  LoopFacts work(MethodFacts method, LoopFacts loop, Service service) {
    List<Integer> others =
        loop.variables().stream()
            .filter(variable -> !taken(method.phis().get(variable), service))
            .toList();
    return keeping(loop, others);
  }

  /** The loop with only these of its variables. */
  static LoopFacts keeping(LoopFacts loop, List<Integer> variables) {
    return new LoopFacts(
        loop.index(),
        loop.parent(),
        loop.header(),
        loop.line(),
        loop.trip(),
        loop.count(),
        loop.over(),
        variables);
  }

  private static boolean taken(List<Value> values, Service service) {
    return values.stream()
        .allMatch(
            value ->
                value instanceof Value.Null
                    || value instanceof Value.Phi
                    || (value instanceof Value.Result result
                        && result.callee().equals(service.takes().callee())));
  }
}
