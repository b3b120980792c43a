package dev.concur.cost;

import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.Optional;

/** Says whose state an object belongs to: a parameter's, static, or only the method's own. */
final class Writes {

  private Writes() {}

  /**
   * Index of the parameter that leads to this object, -1 for static state; empty for what the
   * method made itself.
   */
  static Optional<Integer> root(MethodFacts in, Value value) {
    return root(in, value, 0);
  }

  private static Optional<Integer> root(MethodFacts in, Value value, int depth) {
    if (depth > Value.DEPTH) {
      return Optional.of(-1);
    }
    if (value instanceof Value.Parameter parameter) {
      return Optional.of(parameter.index());
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty() ? Optional.of(-1) : root(in, field.base().get(), depth + 1);
    }
    if (value instanceof Value.Element element) {
      return root(in, element.array(), depth + 1);
    }
    if (value instanceof Value.Phi phi) {
      for (Value input : in.phis().get(phi.index())) {
        Optional<Integer> found =
            input instanceof Value.Phi ? Optional.empty() : root(in, input, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
