package dev.concur.lock;

import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/** Puts the values of a callee into the words of its caller. */
final class Terms {

  /**
   * Longer access paths than {@code this.a.b.lock} are not handed up; recursion would make them
   * grow for ever.
   */
  private static final int DEPTH = 4;

  private Terms() {}

  /**
   * The value with its parameters replaced by arguments; empty when it is not made of parameters
   * and statics.
   */
  static Optional<Value> inCaller(Value value, List<Value> arguments) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.index() < arguments.size()
          ? Optional.of(arguments.get(parameter.index()))
          : Optional.empty();
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty()
          ? Optional.of(value)
          : inCaller(field.base().get(), arguments)
              .map(base -> new Value.FieldOf(field.field(), Optional.of(base)));
    }
    if (value instanceof Value.Element element) {
      return inCaller(element.array(), arguments).map(Value.Element::new);
    }
    return value instanceof Value.ClassLiteral || value instanceof Value.Constant
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Whether a caller can understand it. */
  static boolean portable(Value value) {
    return portable(value, DEPTH);
  }

  private static boolean portable(Value value, int depth) {
    if (depth == 0) {
      return false;
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty() || portable(field.base().get(), depth - 1);
    }
    if (value instanceof Value.Element element) {
      return portable(element.array(), depth - 1);
    }
    return value instanceof Value.Parameter
        || value instanceof Value.ClassLiteral
        || value instanceof Value.Constant;
  }
}
