package dev.concur.read;

import java.util.List;
import java.util.Optional;

/**
 * Makes values whose nesting stays bounded, so that loops in the code cannot grow them for ever.
 */
final class Values {

  /** Second slot of a long or double. */
  static final Value FILLER = new Value.Opaque("filler");

  private Values() {}

  static Value field(FieldRef field, Optional<Value> base) {
    if (base.isPresent() && depth(base.get()) >= Value.DEPTH) {
      return new Value.Opaque(field.descriptor());
    }
    return new Value.FieldOf(field, base);
  }

  static Value element(Value array, String type) {
    return depth(array) >= Value.DEPTH ? new Value.Opaque(type) : new Value.Element(array);
  }

  static Value length(Value array) {
    return depth(array) >= Value.DEPTH ? new Value.Opaque("I") : new Value.Length(array);
  }

  static Value newArray(String type, Value length, int site) {
    Value shown = depth(length) >= Value.DEPTH ? new Value.Opaque("I") : length;
    return new Value.NewArray(type, shown, site);
  }

  /** Of what is too deep together, the left side stays: a sum that is added to stands there. */
  static Value arithmetic(char operator, Value left, Value right) {
    if (depth(left) + depth(right) < Value.DEPTH) {
      return new Value.Arithmetic(operator, left, right);
    }
    return depth(left) < Value.DEPTH - 1
        ? new Value.Arithmetic(operator, left, new Value.Opaque("I"))
        : new Value.Opaque("I");
  }

  static Value captured(Value value) {
    return depth(value) >= Value.DEPTH ? new Value.Opaque("") : value;
  }

  /** How deep a value nests; a leaf is 1. */
  static int depth(Value value) {
    if (value instanceof Value.FieldOf field) {
      return 1 + field.base().map(Values::depth).orElse(0);
    }
    if (value instanceof Value.Element element) {
      return 1 + depth(element.array());
    }
    if (value instanceof Value.Length length) {
      return 1 + depth(length.array());
    }
    if (value instanceof Value.NewArray array) {
      return 1 + depth(array.length());
    }
    if (value instanceof Value.Arithmetic sum) {
      return 1 + Math.max(depth(sum.left()), depth(sum.right()));
    }
    if (value instanceof Value.Lambda lambda) {
      return 1 + depth(lambda.captured());
    }
    return 1;
  }

  private static int depth(List<Value> values) {
    int deepest = 0;
    for (Value value : values) {
      deepest = Math.max(deepest, depth(value));
    }
    return deepest;
  }
}
