package dev.concur.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests of what was looked up: the way on which nothing was found, and something is put there. */
final class Lookups {

  static final Pattern STORE =
      Pattern.compile("(put|add|set|store|register|cache|intern|offer|insert|save|replace).*");

  private static final Pattern CONTAINS = Pattern.compile("contains(Key)?|has[A-Z].*");

  private static final Pattern GETTER = Pattern.compile("(get|current|find|lookup)([A-Z].*)?");

  private static final Pattern LACKS = Pattern.compile("isEmpty");

  private final Body body;
  private final Flow flow;
  private final Resets resets;
  private final Tested tested;

  Lookups(Body body, Resets resets, Tested tested) {
    this.body = body;
    this.flow = body.flow();
    this.resets = resets;
    this.tested = tested;
  }

  /** Whether an edge is taken when a lookup missed, as what is done behind it tells. */
  boolean missed(Value asked, Op.Branch branch, Op.Test test, int from, int to) {
    return Placeholders.foundKey(body, asked, test).filter(found -> stores(found, to)).isPresent()
        || (WornOut.says(asked, test) && WornOut.renewed(body, asked, flow.behind(to)))
        || Absent.says(body, asked, test, flow.behind(to))
        || (foundNothing(asked, branch, test)
            && (stores(asked, to) || (tested.always(asked, from) && replaces(asked, to))));
  }

  /**
   * Whether what was missing will be there for good: there is one of it, as behind {@code
   * getCurrent()}, or one for each class. What a soft reference held may go again.
   */
  boolean missedOnce(Value asked) {
    return asked instanceof Value.Result result
        && !result.callee().owner().startsWith("java.lang.ref.")
        && body.call(result.op()).filter(Lookups::missedOnce).isPresent();
  }

  private static boolean missedOnce(Op.Call lookup) {
    return lookup.parameters() == 0
        ? GETTER.matcher(lookup.callee().name()).matches()
        : ClassKeys.is(lookup.parameter(0));
  }

  private boolean foundNothing(Value asked, Op.Branch branch, Op.Test test) {
    if (!(asked instanceof Value.Result result)) {
      return asked instanceof Value.Element
          && branch.right() instanceof Value.Null
          && test == Op.Test.EQUAL;
    }
    if (branch.right() instanceof Value.Null) {
      return test == Op.Test.EQUAL;
    }
    Pattern says = test == Op.Test.EQUAL ? CONTAINS : LACKS;
    return (test == Op.Test.EQUAL || test == Op.Test.NOT_EQUAL)
        && says.matcher(result.callee().name()).matches()
        && result.callee().descriptor().endsWith(")Z");
  }

  /** Whether the code behind this edge puts something where the lookup found nothing. */
  private boolean stores(Value asked, int to) {
    Value where = lookedUpIn(asked);
    for (int block : flow.behind(to)) {
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.Call call
            && call.how() != Op.How.STATIC
            && call.parameters() > 0
            && STORE.matcher(call.callee().name()).matches()
            && same(call.arguments().get(0), where)) {
          return true;
        }
        if (op instanceof Op.ArrayWrite write && write.array().equals(where)) {
          return true;
        }
        if (op instanceof Op.FieldWrite write && replaced(where, write)) {
          return true;
        }
        if (op instanceof Op.Call call && (storesUnder(asked, call) || putsInto(where, call))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a changed copy of a table takes its place in the field. */
  private static boolean replaced(Value where, Op.FieldWrite write) {
    return where instanceof Value.FieldOf kept
        && write.field().equals(kept.field())
        && !(write.value() instanceof Value.Null);
  }

  /** Whether two values are one object, or the answers to one question asked twice. */
  private boolean same(Value left, Value right) {
    return left.equals(right)
        || (left instanceof Value.Result one
            && right instanceof Value.Result other
            && one.callee().equals(other.callee())
            && body.call(one.op())
                .map(Op.Call::arguments)
                .equals(body.call(other.op()).map(Op.Call::arguments)));
  }

  /** Whether a method of the same class that is called here puts what it made where none was. */
  private boolean putsInto(Value where, Op.Call call) {
    return where instanceof Value.FieldOf kept
        && call.callee().owner().equals(body.ref().owner())
        && !call.callee().equals(body.ref())
        && resets.puts(call.callee(), kept.field());
  }

  /** Whether what was not found is made by a call behind this edge, and goes on in its place. */
  private boolean replaces(Value asked, int to) {
    Set<Integer> made = new HashSet<>();
    for (int block : flow.behind(to)) {
      body.ops().get(block).stream()
          .filter(op -> op instanceof Op.Call call && !call.callee().descriptor().endsWith(")V"))
          .forEach(op -> made.add(op.id()));
    }
    return returnsInstead(asked, to, made)
        || body.phis().stream()
            .filter(inputs -> inputs.contains(asked))
            .flatMap(List::stream)
            .anyMatch(input -> madeBy(input, made));
  }

  /** Whether what was found is handed back elsewhere, and behind this edge what was made. */
  private boolean returnsInstead(Value asked, int to, Set<Integer> made) {
    Set<Integer> behind = new HashSet<>(flow.behind(to));
    List<Integer> elsewhere =
        IntStream.of(flow.order).boxed().filter(block -> !behind.contains(block)).toList();
    return returned(behind).anyMatch(value -> madeBy(value, made))
        && returned(elsewhere).anyMatch(value -> value.equals(asked) || askedOf(value, asked));
  }

  private Stream<Value> returned(Collection<Integer> blocks) {
    return blocks.stream()
        .flatMap(block -> body.ops().get(block).stream())
        .filter(Op.Return.class::isInstance)
        .flatMap(op -> ((Op.Return) op).value().stream());
  }

  private static boolean madeBy(Value value, Set<Integer> calls) {
    return value instanceof Value.Result result && calls.contains(result.op());
  }

  /** Whether a value is the answer of a call on another. */
  private boolean askedOf(Value value, Value on) {
    return value instanceof Value.Result result
        && body.call(result.op()).flatMap(Op.Call::receiver).filter(on::equals).isPresent();
  }

  /** Whether a call stores something under the key that was looked up, wherever that may be. */
  private boolean storesUnder(Value asked, Op.Call call) {
    if (!(asked instanceof Value.Result result) || call.parameters() < 2) {
      return false;
    }
    Optional<Op.Call> lookup = body.call(result.op());
    return STORE.matcher(call.callee().name()).matches()
        && lookup.isPresent()
        && lookup.get().parameters() > 0
        && !(lookup.get().parameter(0) instanceof Value.Constant)
        && call.parameter(0).equals(lookup.get().parameter(0));
  }

  private Value lookedUpIn(Value asked) {
    if (asked instanceof Value.Element element) {
      return element.array();
    }
    if (asked instanceof Value.Result result) {
      Optional<Op.Call> call = body.call(result.op());
      if (call.isPresent() && call.get().how() != Op.How.STATIC) {
        return call.get().arguments().get(0);
      }
    }
    return new Value.Opaque("nowhere");
  }
}
