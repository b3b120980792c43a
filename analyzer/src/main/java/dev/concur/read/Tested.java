package dev.concur.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a test asks about, seen through phis, getters of the same object, and references. */
final class Tested {

  private final Body body;
  private final Flow flow;
  private final Resets resets;

  Tested(Body body, Resets resets) {
    this.body = body;
    this.flow = body.flow();
    this.resets = resets;
  }

  /** What a tested value may be. */
  List<Value> inputs(Value value) {
    List<Value> inputs =
        value instanceof Value.Phi phi ? body.phis().get(phi.index()) : List.of(value);
    return inputs.stream().map(this::behindGetter).toList();
  }

  /**
   * What was stored in a tested field right before the test, without a call in between: the test
   * asks about that.
   */
  Optional<Value> justStored(Value value, int block) {
    Optional<Value> stored = Optional.empty();
    for (Op op : body.ops().get(block)) {
      if (op instanceof Op.FieldWrite write && isOf(write, value)) {
        stored = Optional.of(write.value());
      } else if (op instanceof Op.Call) {
        stored = Optional.empty();
      }
    }
    return stored;
  }

  private static boolean isOf(Op.FieldWrite write, Value value) {
    return value instanceof Value.FieldOf field
        && write.field().sameAs(field.field())
        && write.base().equals(field.base());
  }

  /**
   * What a soft or weak reference was found as, by itself or in an entry: an empty one is a miss
   * too, unless there are ways on which nobody looked.
   */
  Value behindReference(Value value, int from) {
    if (!(value instanceof Value.Result result)
        || !result.callee().owner().startsWith("java.lang.ref.")) {
      return value;
    }
    return body.call(result.op())
        .flatMap(Op.Call::receiver)
        .map(Tested::entry)
        .filter(found -> always(found, from))
        .orElse(value);
  }

  /** The entry that keeps a reference in a field of its own, or the reference itself. */
  private static Value entry(Value reference) {
    return reference instanceof Value.FieldOf kept ? kept.base().orElse(reference) : reference;
  }

  /** Whether the call that answered with a value is made on all ways to a block. */
  boolean always(Value value, int block) {
    return value instanceof Value.Result result
        && IntStream.of(flow.order)
            .filter(before -> flow.dominates(before, block))
            .anyMatch(
                before -> body.ops().get(before).stream().anyMatch(op -> op.id() == result.op()));
  }

  /** What a getter of the same object answers with: its field. */
  private Value behindGetter(Value value) {
    if (!(value instanceof Value.Result result)) {
      return value;
    }
    return body.call(result.op())
        .filter(call -> call.how() != Op.How.STATIC && call.parameters() == 0)
        .filter(call -> call.callee().owner().equals(body.ref().owner()))
        .filter(call -> call.arguments().get(0) instanceof Value.Parameter own && own.index() == 0)
        .flatMap(call -> resets.gets(call.callee()))
        .map(field -> (Value) field)
        .orElse(value);
  }
}
