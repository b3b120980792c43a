package dev.concur.cost;

import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells loops that fill a stretch of an array which belongs to one round of a loop around them:
 * from {@code row * width} to {@code (row + 1) * width}, or {@code row * width + width}.
 */
final class Stretches {

  private Stretches() {}

  /**
   * Whether an index counts through the stretch of the round.
   *
   * @param round whether a value is the number of the round around it
   */
  static boolean ofRound(MethodFacts in, Value index, Predicate<Value> round) {
    return loopOf(in, index)
        .filter(loop -> starts(in, index, round).isPresent())
        .filter(loop -> ends(in, loop, index, starts(in, index, round).orElseThrow(), round))
        .isPresent();
  }

  /**
   * Whether an index counts from where every round begins anew, so that all rounds go through the
   * same places.
   *
   * @param within whether a value is another one in each round
   */
  static boolean sameInAll(MethodFacts in, Value index, Predicate<Value> within) {
    return loopOf(in, index).isPresent()
        && index instanceof Value.Phi phi
        && in.phis().get(phi.index()).stream()
            .allMatch(input -> mentions(input, index) || input instanceof Value.Constant)
        && in.phis().get(phi.index()).stream().noneMatch(within);
  }

  private static Optional<LoopFacts> loopOf(MethodFacts in, Value index) {
    return index instanceof Value.Phi phi
        ? in.loops().stream().filter(loop -> loop.variables().contains(phi.index())).findFirst()
        : Optional.empty();
  }

  /** Where it begins: the number of the round times a width. */
  private static Optional<Value.Arithmetic> starts(
      MethodFacts in, Value index, Predicate<Value> round) {
    return in.phis().get(((Value.Phi) index).index()).stream()
        .filter(input -> !mentions(input, index))
        .filter(Value.Arithmetic.class::isInstance)
        .map(Value.Arithmetic.class::cast)
        .filter(start -> start.operator() == '*' && round.test(start.left()))
        .findFirst();
  }

  private static boolean ends(
      MethodFacts in, LoopFacts loop, Value index, Value.Arithmetic start, Predicate<Value> round) {
    return in.blocks().get(loop.header()).ops().stream()
        .filter(Op.Branch.class::isInstance)
        .map(Op.Branch.class::cast)
        .filter(test -> test.left().equals(index))
        .anyMatch(test -> end(test.right(), start, round));
  }

  private static boolean end(Value limit, Value.Arithmetic start, Predicate<Value> round) {
    if (!(limit instanceof Value.Arithmetic end)) {
      return false;
    }
    boolean next =
        end.operator() == '*'
            && end.right().equals(start.right())
            && end.left() instanceof Value.Arithmetic more
            && more.operator() == '+'
            && round.test(more.left())
            && one(more.right());
    boolean further =
        end.operator() == '+' && end.left().equals(start) && end.right().equals(start.right());
    return next || further;
  }

  private static boolean one(Value value) {
    return value instanceof Value.Constant constant && Integer.valueOf(1).equals(constant.value());
  }

  private static boolean mentions(Value value, Value index) {
    return value.equals(index)
        || (value instanceof Value.Arithmetic sum
            && (mentions(sum.left(), index) || mentions(sum.right(), index)));
  }
}
