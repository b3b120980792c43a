package dev.concur.lock;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;

/** Whether what a method makes is met outside of it. */
final class Escapes {

  private Escapes() {}

  /** Whether an object made here is stored or handed on before the method ends. */
  static boolean escapes(MethodFacts in, Value made) {
    return in.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> handsOn(op, made));
  }

  private static boolean handsOn(Op op, Value made) {
    if (op instanceof Op.Call call) {
      int first = call.how() == Op.How.STATIC ? 0 : 1;
      return call.arguments().stream().skip(first).anyMatch(argument -> mentions(argument, made));
    }
    return op.keeps(made);
  }

  private static boolean mentions(Value value, Value made) {
    return value.equals(made)
        || (value instanceof Value.Lambda lambda && lambda.captured().contains(made));
  }
}
