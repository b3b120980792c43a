package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds state that a region computes anew from what it was, or changes when an answer allows it
 * that was given by what it was: read, handed to something that takes long, and stored where it was
 * read. The three are one step; done without the lock, it would undo what others changed meanwhile,
 * or go by an answer to what is true no more.
 */
final class Renewals {

  /** Less than this can stay under the lock; as long as a hold must be to matter. ns. */
  private static final double COMPUTES = Judgement.TINY_NANOS;

  /** Calls that put something where it can be found again. */
  private static final Pattern STORES = Pattern.compile("put|set|add|replace|offer|push");

  private static final int NESTING = 8;

  /** Calls down from what is asked in which it may read what it answers by. */
  private static final int ASKING = 3;

  /** Values looked at for one answer; a method has no more worth looking at. */
  private static final int MOST = 40;

  private final Costs costs;
  private final Linked linked;

  Renewals(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
  }

  /** The first of them in a region. */
  Optional<Happening> in(Extent extent) {
    return extent.inside().stream()
        .map(Extent.Inside::op)
        .flatMap(op -> stored(extent.in(), op).stream())
        .filter(
            stored ->
                madeOf(extent, stored.value(), stored.place(), NESTING) || allowed(extent, stored))
        .findFirst()
        .map(
            stored ->
                new Happening.Renews(
                    stored.place().field().qualified(),
                    stored.keyed(),
                    List.of(extent.in().spot(stored.line(), "stores what it was made of"))));
  }

  /** What is stored, in what field or in what a field holds. */
  private record Stored(Value.FieldOf place, boolean keyed, Value value, int line) {}

  private Optional<Stored> stored(MethodFacts in, Op op) {
    if (op instanceof Op.FieldWrite write) {
      boolean own = write.base().map(base -> isThis(in, base)).orElse(true);
      Value.FieldOf place = new Value.FieldOf(write.field(), write.base());
      return Optional.of(new Stored(place, !own, write.value(), write.line()));
    }
    // A fixed place of an array that is read as a whole is a note of the result.
    if (op instanceof Op.ArrayWrite write && !(write.index() instanceof Value.Constant)) {
      return field(write.array())
          .map(place -> new Stored(place, true, write.value(), write.line()));
    }
    if (op instanceof Op.Call call
        && call.parameters() > 0
        && STORES.matcher(call.callee().name()).matches()
        && linked.facts().inJdk(call.callee().owner())) {
      Value last = call.parameter(call.parameters() - 1);
      return call.receiver()
          .flatMap(Renewals::field)
          .map(place -> new Stored(place, true, last, call.line()));
    }
    return Optional.empty();
  }

  private static Optional<Value.FieldOf> field(Value value) {
    return value instanceof Value.FieldOf field ? Optional.of(field) : Optional.empty();
  }

  private static boolean isThis(MethodFacts in, Value value) {
    return value instanceof Value.Parameter parameter && parameter.index() == 0 && !in.isStatic();
  }

  /** Whether a value comes from a heavy call in the region that was given what the place held. */
  private boolean madeOf(Extent extent, Value value, Value.FieldOf place, int depth) {
    if (depth == 0) {
      return false;
    }
    if (value instanceof Value.Arithmetic sum) {
      return madeOf(extent, sum.left(), place, depth - 1)
          || madeOf(extent, sum.right(), place, depth - 1);
    }
    if (value instanceof Value.Phi phi) {
      return extent.in().phis().get(phi.index()).stream()
          .anyMatch(input -> madeOf(extent, input, place, depth - 1));
    }
    return value instanceof Value.Result result
        && extent.calls().stream()
            .filter(call -> call.id() == result.op())
            .anyMatch(call -> madeBy(extent, call, place, depth - 1));
  }

  /** By the heavy call itself, or by one that only wraps what it gave. */
  private boolean madeBy(Extent extent, Op.Call call, Value.FieldOf place, int depth) {
    return computes(extent, call)
        ? given(extent.in(), call, place)
        : call.arguments().stream().anyMatch(value -> madeOf(extent, value, place, depth));
  }

  /** Whether an answer that was given by what the place held decides whether it is stored. */
  private boolean allowed(Extent extent, Stored stored) {
    return asked(extent, stored.line()).stream()
        .filter(call -> takesLong(extent, call))
        .anyMatch(
            call ->
                given(extent.in(), call, stored.place())
                    || answersBy(extent, call, stored.place()));
  }

  /** The calls of a region whose answers are tested before a line. */
  private static List<Op.Call> asked(Extent extent, int line) {
    Set<Integer> tested = new HashSet<>();
    for (Extent.Inside each : extent.inside()) {
      if (each.op() instanceof Op.Branch test && test.line() <= line) {
        Stream.of(test.left(), test.right())
            .filter(Value.Result.class::isInstance)
            .forEach(answer -> tested.add(((Value.Result) answer).op()));
      }
    }
    return extent.calls().stream().filter(call -> tested.contains(call.id())).toList();
  }

  private boolean takesLong(Extent extent, Op.Call call) {
    return computes(extent, call) || costs.of(extent.in(), call).waiting().middle() >= COMPUTES;
  }

  /** Whether what is asked is given the object, and reads what it keeps at the place. */
  private boolean answersBy(Extent extent, Op.Call call, Value.FieldOf place) {
    return place.base().filter(call.arguments()::contains).isPresent()
        && linked.targets(extent.in(), call).bodies().stream()
            .anyMatch(body -> reads(body, place.field(), ASKING));
  }

  private boolean reads(MethodFacts body, FieldRef field, int depth) {
    return body.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .anyMatch(op -> op instanceof Op.FieldRead read && read.field().equals(field))
        || (depth > 1
            && body.calls().stream()
                .flatMap(call -> linked.targets(body, call).bodies().stream())
                .anyMatch(callee -> reads(callee, field, depth - 1)));
  }

  private boolean computes(Extent extent, Op.Call call) {
    return costs.of(extent.in(), call).cpu().middle() >= COMPUTES;
  }

  private boolean given(MethodFacts in, Op.Call call, Value.FieldOf place) {
    return call.arguments().stream().anyMatch(given -> held(in, given, place, new HashSet<>()));
  }

  /** Whether a value is what the place holds, or something out of it. */
  private boolean held(MethodFacts in, Value value, Value.FieldOf place, Set<Value> seen) {
    if (!seen.add(value) || seen.size() > MOST) {
      return false;
    }
    if (value instanceof Value.FieldOf field) {
      return field.field().equals(place.field());
    }
    if (value instanceof Value.Element element) {
      return held(in, element.array(), place, seen);
    }
    if (value instanceof Value.Arithmetic sum) {
      return held(in, sum.left(), place, seen) || held(in, sum.right(), place, seen);
    }
    if (value instanceof Value.Phi phi) {
      return in.phis().get(phi.index()).stream().anyMatch(input -> held(in, input, place, seen));
    }
    return value instanceof Value.Result result
        && linked
            .call(in, result.op())
            .flatMap(Op.Call::receiver)
            .filter(receiver -> held(in, receiver, place, seen))
            .isPresent();
  }
}
