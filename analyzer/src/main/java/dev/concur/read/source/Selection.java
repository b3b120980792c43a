package dev.concur.read.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of several methods a call means, and what its type variables stand for. */
final class Selection {

  /** An argument before it is known what it is passed to. */
  interface Argument {
    /** Its type; unknown for a lambda. */
    JType type();

    /** How many parameters it has as a lambda, -1 for a method reference, -2 for no function. */
    int lambdaParameters();
  }

  private static final int NO_FUNCTION = -2;

  private final World world;

  Selection(World world) {
    this.world = world;
  }

  Optional<ClassType.Method> best(List<ClassType.Method> candidates, List<Argument> arguments) {
    ClassType.Method best = null;
    int most = -1;
    for (ClassType.Method each : candidates) {
      int score = score(each, arguments);
      if (score > most) {
        best = each;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Higher fits better; -1 does not fit. */
  private int score(ClassType.Method method, List<Argument> arguments) {
    int fixed = method.parameters().size();
    if (arguments.size() == fixed) {
      int score = score(method, arguments, fixed);
      if (score >= 0) {
        return 2 + score;
      }
    }
    if (!method.varargs() || arguments.size() < fixed - 1) {
      return -1;
    }
    int score = score(method, arguments, fixed - 1);
    JType element = method.parameters().get(fixed - 1).element();
    for (int i = fixed - 1; i < arguments.size() && score >= 0; i++) {
      score = fit(arguments.get(i), element) < 0 ? -1 : score;
    }
    return score;
  }

  private int score(ClassType.Method method, List<Argument> arguments, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int fit = fit(arguments.get(i), method.parameters().get(i));
      if (fit < 0) {
        return -1;
      }
      sum += fit;
    }
    return sum;
  }

  private int fit(Argument argument, JType parameter) {
    if (argument.lambdaParameters() != NO_FUNCTION) {
      Optional<ClassType.Method> function = world.functional(parameter);
      if (function.isEmpty()) {
        return world.has(parameter.bound().name()) ? -1 : 1;
      }
      int wanted = argument.lambdaParameters();
      return wanted < 0 || wanted == function.get().parameters().size() ? 4 : -1;
    }
    JType type = argument.type();
    if (type.isUnknown()) {
      return parameter.isPrimitive() ? 0 : 1;
    }
    if (type.is(parameter)) {
      return 10;
    }
    if (type.isPrimitive() && parameter.isPrimitive()) {
      return type.isNumber() && parameter.isNumber() && type.promoted(parameter).is(parameter)
          ? 9 - Math.abs(parameter.size() - type.size())
          : -1;
    }
    if (type.isPrimitive() || parameter.isPrimitive()) {
      JType boxed = type.boxed();
      return boxed.is(parameter.boxed()) || world.isSubtype(boxed, parameter)
          ? parameter.isVariable() || !parameter.is(JType.OBJECT) ? 4 : 3
          : -1;
    }
    if (world.isSubtype(type, parameter)) {
      return parameter.is(JType.OBJECT) ? 5 : 7;
    }
    // What cannot be looked up may extend anything.
    return world.isWhole(type) && world.has(parameter.bound().name()) ? -1 : 0;
  }

  /** Learns from what is passed to a parameter what its type variables stand for. */
  void learn(JType parameter, JType passed, Map<String, JType> bindings) {
    if (passed.isUnknown() || passed.isVoid()) {
      return;
    }
    if (parameter.isVariable()) {
      if (passed.dimensions() >= parameter.dimensions()) {
        JType bound =
            new JType(
                passed.name(), passed.dimensions() - parameter.dimensions(), passed.arguments());
        bindings.putIfAbsent(parameter.name(), bound.boxed());
      }
      return;
    }
    if (parameter.arguments().isEmpty()) {
      return;
    }
    world.lineage(passed).stream()
        .filter(each -> each.name().equals(parameter.name()))
        .findFirst()
        .ifPresent(
            seen -> {
              int count = Math.min(seen.arguments().size(), parameter.arguments().size());
              for (int i = 0; i < count; i++) {
                learn(parameter.arguments().get(i), seen.arguments().get(i), bindings);
              }
            });
  }

  /** What is known before the arguments are looked at: nothing of a method's own variables. */
  static Map<String, JType> nothing() {
    return new HashMap<>();
  }
}
