package dev.concur.link;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Visits all values that the operations of a method mention, nested ones included. */
final class Values {

  private Values() {}

  static void forEach(MethodFacts method, Consumer<Value> each) {
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        forEach(op, each);
      }
    }
    method.phis().forEach(inputs -> inputs.forEach(value -> nested(value, each)));
  }

  private static void forEach(Op op, Consumer<Value> each) {
    if (op instanceof Op.Call call) {
      call.arguments().forEach(value -> nested(value, each));
    } else if (op instanceof Op.FieldWrite write) {
      nested(write.value(), each);
    } else if (op instanceof Op.ArrayWrite write) {
      nested(write.value(), each);
    } else if (op instanceof Op.Return result) {
      result.value().ifPresent(value -> nested(value, each));
    }
  }

  private static void nested(Value value, Consumer<Value> each) {
    each.accept(value);
    children(value).forEach(child -> nested(child, each));
  }

  private static List<Value> children(Value value) {
    if (value instanceof Value.Lambda lambda) {
      return lambda.captured();
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().map(List::of).orElse(List.of());
    }
    if (value instanceof Value.Element element) {
      return List.of(element.array());
    }
    return List.of();
  }

  /** The call that has this op id. */
  static Optional<Op.Call> call(MethodFacts in, int id) {
    for (Block block : in.blocks()) {
      for (Op op : block.ops()) {
        if (op.id() == id && op instanceof Op.Call call) {
          return Optional.of(call);
        }
      }
    }
    return Optional.empty();
  }
}
