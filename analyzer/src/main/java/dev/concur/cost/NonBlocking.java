package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/**
 * Tells channels that were set not to block where they were made: reading and writing then take
 * what there is and come back, and a selector says when there is more. Only such channels can be
 * registered with one, and so have a key.
 */
final class NonBlocking {

  private static final String CHANNELS = "java.nio.channels.";

  private static final String KEY = "Ljava/nio/channels/SelectionKey;";

  /** Calls down from where a channel is made to where it is set. */
  private static final int DEPTH = 2;

  private final Linked linked;

  NonBlocking(Linked linked) {
    this.linked = linked;
  }

  /** Whether a call asks a channel, and all that this may be were set not to block. */
  boolean asked(MethodFacts in, Op.Call call) {
    if (!call.callee().owner().startsWith(CHANNELS) || call.receiver().isEmpty()) {
      return false;
    }
    List<Origin> origins = linked.origins(in, call.receiver().get());
    return !origins.isEmpty() && origins.stream().allMatch(this::set);
  }

  /** Whether a call makes a channel, and the method around it sets that not to block. */
  boolean opened(Origin origin, Op.Call maker) {
    return maker.callee().owner().startsWith(CHANNELS) && set(origin);
  }

  private boolean set(Origin origin) {
    return withItsKey(origin) || set(origin.in(), origin.value(), DEPTH);
  }

  /** Whether it is handed in along with its key: a channel that has one does not block. */
  private static boolean withItsKey(Origin origin) {
    return origin.value() instanceof Value.Parameter
        && origin.in().ref().descriptor().contains(KEY);
  }

  private boolean set(MethodFacts in, Value channel, int depth) {
    return in.calls().stream().anyMatch(call -> sets(in, call, channel, depth));
  }

  private boolean sets(MethodFacts in, Op.Call call, Value channel, int depth) {
    boolean itself = call.receiver().filter(channel::equals).isPresent();
    if (itself && call.callee().owner().startsWith(CHANNELS)) {
      return registers(call) || never(call);
    }
    int argument = call.arguments().indexOf(channel);
    if (argument < 0 || depth == 0 || linked.facts().inJdk(call.callee().owner())) {
      return false;
    }
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    return bodies.size() == 1
        && parameter(bodies.get(0), argument)
            .filter(given -> set(bodies.get(0), given, depth - 1))
            .isPresent();
  }

  private static Optional<Value> parameter(MethodFacts body, int index) {
    return body.calls().stream()
        .flatMap(call -> call.arguments().stream())
        .filter(value -> value instanceof Value.Parameter given && given.index() == index)
        .findFirst();
  }

  private static boolean registers(Op.Call call) {
    return call.callee().name().equals("register") && call.parameters() > 1;
  }

  private static boolean never(Op.Call call) {
    return call.callee().name().equals("configureBlocking")
        && call.parameter(0).equals(new Value.Constant(0));
  }
}
