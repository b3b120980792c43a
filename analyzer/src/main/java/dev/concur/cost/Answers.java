package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what a database or a service has answered: some records, since hardly anybody asks for
 * thousands at once, and then waits longer for them than he works on them.
 */
final class Answers {

  /** Gives a collection, a stream or an array of objects. */
  private static final Pattern MANY = Pattern.compile(".*\\)(Ljava/util/.*|\\[L.*)");

  private static final int NESTING = 3;

  private final Linked linked;

  /** Kept, since a wide call asks the same of hundreds of methods, and each of them again. */
  private final Table<Asked, Boolean> handedBack = new Table<>();

  /** The same for all bodies of a call, by how many calls away from where the question began. */
  private final List<PerBodies<Boolean>> anyHandsBack = new ArrayList<>();

  /** A method, and how many calls away from where the question began. */
  private record Asked(MethodFacts method, int depth) {}

  Answers(Linked linked) {
    this.linked = linked;
    for (int depth = 0; depth <= NESTING + 1; depth++) {
      int away = depth;
      anyHandsBack.add(
          new PerBodies<>(bodies -> bodies.stream().anyMatch(body -> handsBack(body, away))));
    }
  }

  /** Whether a call waits for records: a query, the next row of its result, a list over the net. */
  boolean asks(Op.Call call) {
    return linked.effects(call).waits().stream()
        .map(Effect.Waits::kind)
        .anyMatch(
            kind ->
                kind == Kind.DATABASE
                    || (kind == Kind.NETWORK
                        && MANY.matcher(call.callee().descriptor()).matches()));
  }

  /**
   * Whether a method hands back what a query has answered, or a collection that it fills with it.
   */
  boolean handsBack(MethodFacts in, Op.Call call) {
    return anyHandsBack.get(0).of(linked.targets(in, call).bodies());
  }

  private boolean handsBack(MethodFacts method, int depth) {
    Asked asked = new Asked(method, depth);
    Boolean known = handedBack.get(asked);
    if (known == null) {
      known = Joins.returns(method).stream().anyMatch(back -> answered(method, back, depth));
      handedBack.put(asked, known);
    }
    return known;
  }

  private boolean answered(MethodFacts in, Value value, int depth) {
    if (value instanceof Value.New made) {
      return made.type().startsWith("java.util.") && in.calls().stream().anyMatch(this::asks);
    }
    if (!(value instanceof Value.Result result)) {
      return false;
    }
    return linked
        .call(in, result.op())
        .filter(call -> asks(call) || passesOn(in, call, depth))
        .isPresent();
  }

  /** Whether the answer goes through a call: a stream of it, or another method that asks. */
  private boolean passesOn(MethodFacts in, Op.Call call, int depth) {
    if (depth > NESTING) {
      return false;
    }
    if (linked.facts().inJdk(call.callee().owner())) {
      return call.receiver().filter(from -> answered(in, from, depth + 1)).isPresent();
    }
    return anyHandsBack.get(depth + 1).of(linked.targets(in, call).bodies());
  }
}
