package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** Bodies looked at for that; of what is asked of more nobody knows what it reads. */
  private static final int BODIES = 200;

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
    List<Answer> answers = answers(extent);
    return extent.inside().stream()
        .map(Extent.Inside::op)
        .flatMap(op -> stored(extent.in(), op).stream())
        .filter(
            stored ->
                madeOf(extent, stored.value(), stored.place(), NESTING)
                    || answers.stream().anyMatch(answer -> allows(extent, answer, stored)))
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

  /** A heavy call of a region, and the first line at which its answer is tested. */
  private record Answer(Op.Call call, int line) {}

  private List<Answer> answers(Extent extent) {
    Map<Integer, Integer> tested = new HashMap<>();
    for (Extent.Inside each : extent.inside()) {
      if (each.op() instanceof Op.Branch test) {
        Stream.of(test.left(), test.right())
            .filter(Value.Result.class::isInstance)
            .forEach(value -> tested.merge(((Value.Result) value).op(), test.line(), Math::min));
      }
    }
    return extent.calls().stream()
        .filter(call -> tested.containsKey(call.id()) && takesLong(extent, call))
        .map(call -> new Answer(call, tested.getOrDefault(call.id(), 0)))
        .toList();
  }

  /** Whether an answer decides what is stored, and was given by what the place held. */
  private boolean allows(Extent extent, Answer answer, Stored stored) {
    return answer.line <= stored.line()
        && (given(extent.in(), answer.call, stored.place())
            || answersBy(extent, answer.call, stored.place()));
  }

  private boolean takesLong(Extent extent, Op.Call call) {
    return computes(extent, call) || costs.of(extent.in(), call).waiting().middle() >= COMPUTES;
  }

  /** Whether what is asked is given the object, and reads what it keeps at the place. */
  private boolean answersBy(Extent extent, Op.Call call, Value.FieldOf place) {
    return place.base().filter(call.arguments()::contains).isPresent()
        && reads(extent.in(), call, place.field(), new HashSet<>(), ASKING);
  }

  private boolean reads(
      MethodFacts in, Op.Call call, FieldRef field, Set<MethodFacts> seen, int depth) {
    return depth > 0
        && linked.targets(in, call).bodies().stream()
            .filter(body -> seen.size() < BODIES && seen.add(body))
            .anyMatch(
                body ->
                    reads(body, field)
                        || body.calls().stream()
                            .anyMatch(next -> reads(body, next, field, seen, depth - 1)));
  }

  private static boolean reads(MethodFacts body, FieldRef field) {
    return body.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.FieldRead read && read.field().equals(field));
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
