package dev.concur.read;

import dev.concur.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tests of a field whose outcome the code behind them changes: what is filled there is filled once,
 * or until somebody empties it.
 */
final class Fillings {

  /** Says what time it is. */
  private static final Pattern CLOCK =
      Pattern.compile("currentTimeMillis|nanoTime|now|millis|instant|getTime");

  /** A comparison is not followed beyond so many values. */
  private static final int PARTS = 20;

  private final Body body;
  private final Flow flow;
  private final Resets resets;
  private final Flags flags;

  Fillings(Body body, Resets resets) {
    this.body = body;
    this.flow = body.flow();
    this.resets = resets;
    this.flags = new Flags(body);
  }

  /** How often an edge is taken behind which the tested field is filled, emptied or remembered. */
  Optional<Path> path(Value.FieldOf field, Op.Branch branch, Op.Test test, int to) {
    if (!resets.handsOut(field.field()) && closesBehindItself(field, branch, test, to)) {
      return Optional.of(resets.neverIn(field.field(), guarded(branch)) ? Path.ONCE : Path.MISS);
    }
    if (remembers(field, branch, test, to)) {
      return Optional.of(Path.MISS);
    }
    return emptiesForGood(field, branch, test, to) ? Optional.of(Path.ONCE) : Optional.empty();
  }

  /** Whether the time that is kept in a field has come, and is set anew behind this edge. */
  boolean renewsWhatIsOld(Op.Branch branch, int to) {
    List<Value> compared = new ArrayList<>();
    gather(branch.left(), compared);
    gather(branch.right(), compared);
    return compared.stream().anyMatch(Fillings::readsClock)
        && flow.behind(to).stream()
            .flatMap(block -> body.ops().get(block).stream())
            .anyMatch(op -> compared.stream().anyMatch(value -> sets(op, value)));
  }

  private static boolean readsClock(Value value) {
    return value instanceof Value.Result result && CLOCK.matcher(result.callee().name()).matches();
  }

  private boolean sets(Op op, Value value) {
    return value instanceof Value.FieldOf kept
        && (fills(op, kept.field())
            || (op instanceof Op.FieldWrite write && write.field().sameAs(kept.field())));
  }

  /** All that a compared value is made of. */
  private void gather(Value value, List<Value> parts) {
    parts.add(value);
    if (value instanceof Value.Arithmetic sum) {
      gather(sum.left(), parts);
      gather(sum.right(), parts);
    } else if (value instanceof Value.Result result && parts.size() < PARTS) {
      body.call(result.op()).stream()
          .flatMap(call -> call.arguments().stream())
          .forEach(argument -> gather(argument, parts));
    }
  }

  /**
   * Whether the code behind this edge writes the tested field so that the test fails the next time.
   */
  private boolean closesBehindItself(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    Value guard = guarded(branch);
    if (test != Op.Test.EQUAL && test != Op.Test.NOT_EQUAL) {
      return false;
    }
    boolean open = test == Op.Test.EQUAL;
    if (guard instanceof Value.Constant && flags.opensAgain(tested.field(), guard, open, to)) {
      return false;
    }
    for (int block : flow.behind(to)) {
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.FieldWrite write && write.field().sameAs(tested.field())) {
          boolean equal = write.value().equals(guard);
          boolean settles = guard instanceof Value.Null || write.value() instanceof Value.Constant;
          if (settles && equal != open && always(block, to)) {
            return true;
          }
        }
        if (open && guard instanceof Value.Null && fills(op, tested.field())) {
          return true;
        }
        if (guard instanceof Value.Constant && settles(op, tested.field(), guard, open)) {
          return true;
        }
      }
    }
    return guard instanceof Value.Constant
        && flags.settledAtTheEnd(tested.field(), guard, open, to);
  }

  /**
   * Whether what was remembered is handed back on the other side at once, and what is made behind
   * this edge may be remembered: some memories are filled only when a setting says so.
   */
  private boolean remembers(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    int other = to == branch.then() ? branch.otherwise() : branch.then();
    return test == Op.Test.EQUAL
        && guarded(branch) instanceof Value.Null
        && !resets.handsOut(tested.field())
        && body.ops().get(other).stream().anyMatch(op -> handsBack(op, tested))
        && flow.behind(to).stream()
            .flatMap(block -> body.ops().get(block).stream())
            .anyMatch(
                op -> op instanceof Op.FieldWrite write && write.field().sameAs(tested.field()));
  }

  private static boolean handsBack(Op op, Value.FieldOf tested) {
    return op instanceof Op.Return back
        && back.value().orElse(null) instanceof Value.FieldOf field
        && field.field().sameAs(tested.field());
  }

  /** Whether a helper that is called behind this edge uses up what the field held. */
  private boolean emptiesForGood(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    return test == Op.Test.NOT_EQUAL
        && guarded(branch) instanceof Value.Null
        && body.ops().get(to).stream().anyMatch(op -> resets.emptied().forGood(op, tested.field()));
  }

  /** Whether nothing returns from behind an edge without having passed a block. */
  private boolean always(int block, int to) {
    return flow.behind(to).stream()
        .filter(end -> body.ops().get(end).stream().anyMatch(Op.Return.class::isInstance))
        .allMatch(end -> flow.dominates(block, end));
  }

  /** Whether a method of the same class that is called here makes what was missing. */
  private boolean fills(Op op, FieldRef field) {
    return op instanceof Op.Call call
        && call.callee().owner().equals(body.ref().owner())
        && field.owner().equals(body.ref().owner())
        && resets.fills(call.callee(), field);
  }

  /**
   * Whether a method of the same class that is called here leaves the field so that the test fails
   * from then on: with another constant, or with the time at which it ran.
   */
  private boolean settles(Op op, FieldRef field, Value guard, boolean open) {
    return op instanceof Op.Call call
        && call.callee().owner().equals(body.ref().owner())
        && !call.callee().equals(body.ref())
        && field.owner().equals(body.ref().owner())
        && resets
            .leaves(call.callee(), field)
            .filter(
                value ->
                    value instanceof Value.Constant
                        ? value.equals(guard) != open
                        : open && readsClock(value))
            .isPresent();
  }

  private static Value guarded(Op.Branch branch) {
    return branch.right();
  }
}
