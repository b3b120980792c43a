package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Loop;
import dev.concur.read.FieldRef;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells loops that share work out, some slices or one worker for each core, from loops over the
 * work itself: they go on by a stretch that was computed and hand over where it ends, or count up
 * to the number of cores.
 */
final class Slices {

  private static final String CORES = "availableProcessors";

  private final Linked linked;

  /** Whether a field holds a number that was made of the number of cores. */
  private final Table<FieldRef, Boolean> ofCores = new Table<>();

  Slices(Linked linked) {
    this.linked = linked;
  }

  /** Whether a loop has as many rounds as work is cut into slices. */
  boolean shares(MethodFacts in, LoopFacts loop) {
    return loop.trip() == Loop.Trip.DATA && (countsCores(in, loop.over()) || cuts(in, loop));
  }

  private boolean countsCores(MethodFacts in, Value over) {
    if (over instanceof Value.Result result) {
      return result.callee().name().equals(CORES);
    }
    if (!(over instanceof Value.FieldOf field) || !field.field().descriptor().equals("I")) {
      return false;
    }
    Boolean known = ofCores.get(field.field());
    if (known == null) {
      known =
          linked.isFinal(field.field())
              && linked.origins(in, field).stream().anyMatch(each -> madeOfCores(each.value()));
      ofCores.put(field.field(), known);
    }
    return known;
  }

  private static boolean madeOfCores(Value value) {
    if (value instanceof Value.Arithmetic sum) {
      return madeOfCores(sum.left()) || madeOfCores(sum.right());
    }
    return value instanceof Value.Result result && result.callee().name().equals(CORES);
  }

  private static boolean cuts(MethodFacts in, LoopFacts loop) {
    return loop.variables().stream()
        .map(in.phis()::get)
        .flatMap(List::stream)
        .filter(value -> stretch(in, loop, value))
        .anyMatch(end -> handsOver(in, loop, end));
  }

  /** Whether a variable goes on by a length that is the same in all rounds and no constant. */
  private static boolean stretch(MethodFacts in, LoopFacts loop, Value value) {
    return value instanceof Value.Arithmetic sum
        && sum.operator() == '+'
        && sum.left() instanceof Value.Phi variable
        && loop.variables().contains(variable.index())
        && bounds(in, loop, variable)
        && !(sum.right() instanceof Value.Constant)
        && !(sum.right() instanceof Value.Phi)
        && !(sum.right() instanceof Value.Result made && calls(in, loop, made.op()));
  }

  /** Whether the loop goes on or ends by this variable. */
  private static boolean bounds(MethodFacts in, LoopFacts loop, Value variable) {
    return in.blocks().get(loop.header()).ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Branch test
                    && (test.left().equals(variable) || test.right().equals(variable)));
  }

  private static boolean calls(MethodFacts in, LoopFacts loop, int id) {
    return inside(in, loop).anyMatch(call -> call.id() == id);
  }

  /** Whether the end of the stretch is passed on: as the end of a part. */
  private static boolean handsOver(MethodFacts in, LoopFacts loop, Value end) {
    return inside(in, loop).anyMatch(call -> call.arguments().contains(end));
  }

  private static Stream<Op.Call> inside(MethodFacts in, LoopFacts loop) {
    return in.blocks(loop).stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast);
  }
}
