package dev.concur.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How loop variables go on from round to round: in equal steps, or by halves and doubles.
 *
 * <p>A variable is a phi of its loop's header. What it becomes is found through the phis between
 * there and its next assignments, of which there may be several on different ways.
 */
final class Induction {

  /** A step of which only the direction is known. */
  private static final double SOME_STEP = 1;

  /**
   * A variable that goes in equal steps.
   *
   * @param start what it is before the first round
   * @param step by how much it grows in one round, negative when it falls
   */
  record Steps(Value start, double step) {
    boolean down() {
      return step < 0;
    }

    double size() {
      return Math.abs(step);
    }

    /** How far it is from a multiple of a constant to the next one, or to so much more. */
    Optional<Double> width(Value limit) {
      if (!(start instanceof Value.Arithmetic from) || !(limit instanceof Value.Arithmetic to)) {
        return Optional.empty();
      }
      boolean times = from.operator() == '*' && to.operator() == '*';
      boolean next =
          times
              && from.right().equals(to.right())
              && to.left() instanceof Value.Arithmetic more
              && more.operator() == '+'
              && more.left().equals(from.left())
              && more.right().equals(new Value.Constant(1));
      boolean further = to.operator() == '+' && to.left().equals(start);
      return next || further ? number(to.right()) : Optional.empty();
    }

    /**
     * How far it is to the limit where only a number says so: from {@code i} to {@code i + n}, or
     * from {@code i - n + 1} to {@code i}.
     */
    Optional<Value> span(Value limit) {
      return limit instanceof Value.Arithmetic to && to.operator() == '+' && to.left().equals(start)
          ? Optional.of(to.right())
          : before(limit, start);
    }

    private static Optional<Value> before(Value limit, Value at) {
      if (!(at instanceof Value.Arithmetic from)) {
        return Optional.empty();
      }
      if (from.operator() == '-' && from.left().equals(limit)) {
        return Optional.of(from.right());
      }
      boolean shifted = from.operator() == '+' || from.operator() == '-';
      return shifted && number(from.right()).isPresent()
          ? before(limit, from.left())
          : Optional.empty();
    }

    /** Whether it runs from minus the limit to the limit. */
    boolean startsAtMinus(Value limit) {
      return start instanceof Value.Arithmetic negated
          && negated.operator() == '-'
          && number(negated.left()).filter(zero -> zero == 0).isPresent()
          && negated.right().equals(limit);
    }
  }

  private final Body body;

  Induction(Body body) {
    this.body = body;
  }

  /** The steps of the variable that is tested, as it is or with a constant added. */
  Optional<Steps> steps(Value tested, Flow.NaturalLoop loop) {
    Value variable = plain(tested);
    if (!isVariable(variable, loop)) {
      return Optional.empty();
    }
    Value start = null;
    Double step = null;
    Set<Value> family = new LinkedHashSet<>();
    for (Value input : inputs(variable, family)) {
      if (input instanceof Value.Arithmetic sum && family.contains(sum.left())) {
        if (sum.operator() != '+' && sum.operator() != '-') {
          return Optional.empty();
        }
        double size = number(sum.right()).orElse(SOME_STEP);
        step = sum.operator() == '-' ? -size : size;
      } else if (start == null) {
        start = input;
      }
    }
    return start == null || step == null || step == 0
        ? Optional.empty()
        : Optional.of(new Steps(start, step));
  }

  private static Value plain(Value tested) {
    return tested instanceof Value.Arithmetic sum
            && (sum.operator() == '+' || sum.operator() == '-')
            && sum.left() instanceof Value.Phi
        ? sum.left()
        : tested;
  }

  private boolean isVariable(Value value, Flow.NaturalLoop loop) {
    return value instanceof Value.Phi phi && body.phisOf(loop.header()).contains(phi.index());
  }

  /**
   * Whether the variable is multiplied or divided in each round, or set to the middle between two,
   * so that rounds are few.
   */
  boolean scales(Value tested, Flow.NaturalLoop loop) {
    return isVariable(tested, loop)
        && inputs(tested, new LinkedHashSet<>()).stream().anyMatch(input -> scaled(input, loop));
  }

  private boolean scaled(Value value, Flow.NaturalLoop loop) {
    if (!(value instanceof Value.Arithmetic result)) {
      return false;
    }
    boolean byConstant = result.right() instanceof Value.Constant;
    boolean scaling =
        switch (result.operator()) {
          case '*', '/', '<', '>' -> byConstant && mentions(result.left(), loop);
          case '%' -> isVariable(result.left(), loop);
          default -> false;
        };
    return scaling || scaled(result.left(), loop) || scaled(result.right(), loop);
  }

  private boolean mentions(Value value, Flow.NaturalLoop loop) {
    return value instanceof Value.Arithmetic sum
        ? mentions(sum.left(), loop) || mentions(sum.right(), loop)
        : isVariable(value, loop);
  }

  /** The loop that a value counts the rounds of. */
  Optional<Integer> outer(Value value) {
    Value variable = plain(value);
    if (!(variable instanceof Value.Phi)) {
      return Optional.empty();
    }
    for (int index = 0; index < body.flow().loops.size(); index++) {
      if (steps(variable, body.flow().loops.get(index)).isPresent()) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** What a variable may be set to; the phis that are looked through are added to its family. */
  private Set<Value> inputs(Value variable, Set<Value> family) {
    Set<Value> found = new LinkedHashSet<>();
    Deque<Value> todo = new ArrayDeque<>(List.of(variable));
    while (!todo.isEmpty()) {
      Value next = todo.poll();
      if (direct(next).isEmpty()) {
        found.add(next);
      } else if (family.add(next)) {
        todo.addAll(direct(next));
      }
    }
    return found;
  }

  private List<Value> direct(Value value) {
    return value instanceof Value.Phi phi ? body.phis().get(phi.index()) : List.of();
  }

  private static Optional<Double> number(Value value) {
    return value instanceof Value.Constant constant && constant.value() instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }
}
