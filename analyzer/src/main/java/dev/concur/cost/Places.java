package dev.concur.cost;

import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells whether each round of a loop writes places of an array that are its own: places computed by
 * sums and products of the counter, of an array that the rounds do not read.
 */
final class Places {

  private static final Set<Character> SPREADS = Set.of('+', '-', '*');

  private final MethodFacts method;
  private final Set<Integer> inside;
  private final Owners owners;
  private final List<Integer> counters;

  Places(MethodFacts method, LoopFacts loop, Set<Integer> inside, Owners owners) {
    this.method = method;
    this.inside = inside;
    this.owners = owners;
    this.counters = loop.variables().stream().filter(variable -> counts(method, variable)).toList();
  }

  /** Whether the loop itself writes places of its rounds' own. */
  boolean own(Op.ArrayWrite write) {
    return ownPlace(method, write, this::counter) && !read(write.array());
  }

  /** Whether all rounds write the same places, each over what the one before left there. */
  boolean same(Op.ArrayWrite write) {
    return Stretches.sameInAll(method, write.index(), this::counter)
        && read(write.array())
        && !counter(write.index());
  }

  /** Whether a callee writes an array that it is given at places of this round's own. */
  boolean own(Op.Call call, int array, MethodFacts body) {
    List<Op.ArrayWrite> writes = writes(body, array);
    return !writes.isEmpty()
        && writes.stream().allMatch(write -> ownPlace(body, write, value -> round(call, value)))
        && writes.stream().allMatch(write -> known(body, write.array()))
        && body.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .noneMatch(op -> passesOn(op, array));
  }

  private static boolean ownPlace(MethodFacts body, Op.ArrayWrite write, Predicate<Value> round) {
    return spreads(write.index(), round) || Stretches.ofRound(body, write.index(), round);
  }

  /** Whether it is an array that was passed, or one that a field holds and nothing here reads. */
  private static boolean known(MethodFacts body, Value array) {
    return array instanceof Value.Parameter
        || (array instanceof Value.FieldOf
            && body.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .noneMatch(op -> op instanceof Op.ArrayRead read && read.array().equals(array)));
  }

  /** The places that a method writes in what a parameter leads to. */
  private List<Op.ArrayWrite> writes(MethodFacts body, int parameter) {
    return body.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.ArrayWrite.class::isInstance)
        .map(Op.ArrayWrite.class::cast)
        .filter(write -> owners.root(body, write.array()).equals(Optional.of(parameter)))
        .toList();
  }

  /** Whether the callee reads the array, or lets others at it. */
  private static boolean passesOn(Op op, int array) {
    if (op instanceof Op.ArrayRead read) {
      return isParameter(read.array(), array);
    }
    if (op instanceof Op.FieldWrite write) {
      return write.base().filter(base -> isParameter(base, array)).isPresent();
    }
    return op instanceof Op.Call call
        && call.arguments().stream().anyMatch(value -> isParameter(value, array));
  }

  private static boolean isParameter(Value value, int index) {
    return value instanceof Value.Parameter parameter && parameter.index() == index;
  }

  /** Whether a value in a callee is the number of the round, as it was passed. */
  private boolean round(Op.Call call, Value value) {
    return value instanceof Value.Parameter parameter
        && parameter.index() < call.arguments().size()
        && spreads(call.arguments().get(parameter.index()), this::counter);
  }

  private static boolean spreads(Value value, Predicate<Value> round) {
    if (value instanceof Value.Arithmetic sum && SPREADS.contains(sum.operator())) {
      return spreads(sum.left(), round) || spreads(sum.right(), round);
    }
    return round.test(value);
  }

  private boolean counter(Value value) {
    return value instanceof Value.Phi phi && counters.contains(phi.index());
  }

  private boolean read(Value array) {
    return method.blocks().stream()
        .filter(block -> inside.contains(block.index()))
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.ArrayRead read && read.array().equals(array));
  }

  private static boolean counts(MethodFacts method, int variable) {
    return method.phis().get(variable).stream()
        .anyMatch(
            value ->
                value instanceof Value.Arithmetic sum
                    && sum.operator() == '+'
                    && sum.left().equals(new Value.Phi(variable))
                    && sum.right() instanceof Value.Constant);
  }
}
