package dev.concur.read;

import dev.concur.model.Loop.Trip;
import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out how the number of iterations of each loop is bound, from the tests that leave it. */
final class Trips {

  private static final Pattern NEXT =
      Pattern.compile(
          "hasNext|hasMoreElements|hasMoreTokens|hasNext(Line|Int|Long|Double)|next|find|tryAdvance");

  private static final Pattern STOPPED =
      Pattern.compile("(is)?[iI]nterrupted|isRunning|isStopped|isShutdown|isClosed|isAlive");

  private static final Pattern REMAINING = Pattern.compile("hasRemaining|remaining");

  private static final Pattern EMPTY = Pattern.compile("isEmpty|empty");

  private static final Pattern TAKES =
      Pattern.compile("(poll|remove|pop|take)(First|Last)?|dequeue");

  /** Rounds until a number that is halved or doubled each time is there. */
  private static final double DOUBLINGS = 20;

  /** Rounds until the square of a counter is there. */
  private static final double ROOT = 100;

  private static final Value UNKNOWN = new Value.Opaque("");

  private record Found(Trip trip, double count, Value over) {
    /** A loop within that goes as far as this one has got: half as far on average. */
    Found half() {
      return trip == Trip.CONSTANT ? new Found(trip, Math.max(1, count / 2), over) : this;
    }

    /** In larger steps: so many times fewer rounds. */
    Found striding(double size) {
      return trip == Trip.DATA && size > 1 ? new Found(trip, size, over) : this;
    }

    int strength() {
      return switch (trip) {
        case DATA -> 3;
        case CONSTANT -> 2;
        case FOREVER -> 1;
        case UNKNOWN -> 0;
      };
    }
  }

  /** Rounds from minus a radius to the radius: a window around one element. */
  private static final double WINDOW = 5;

  private final Body body;
  private final Flow flow;
  private final Induction induction;
  private final List<Found> found = new ArrayList<>();

  Trips(Body body) {
    this.body = body;
    this.flow = body.flow();
    this.induction = new Induction(body);
  }

  List<LoopFacts> loops() {
    List<LoopFacts> result = new ArrayList<>();
    for (int index = 0; index < flow.loops.size(); index++) {
      Flow.NaturalLoop loop = flow.loops.get(index);
      Found trip = trip(loop);
      found.add(trip);
      result.add(
          new LoopFacts(
              index,
              loop.parent(),
              loop.header(),
              line(loop),
              trip.trip,
              trip.count,
              trip.over,
              body.phisOf(loop.header())));
    }
    return result;
  }

  private int line(Flow.NaturalLoop loop) {
    int line = 0;
    for (int block : loop.blocks().stream().toArray()) {
      for (int at = body.code().starts[block]; at < body.code().end(block); at++) {
        int here = body.code().lines[at];
        if (here > 0 && (line == 0 || here < line)) {
          line = here;
        }
      }
    }
    return line;
  }

  private Found trip(Flow.NaturalLoop loop) {
    Found best = new Found(Trip.FOREVER, 0, UNKNOWN);
    boolean exits = false;
    for (int block : loop.blocks().stream().toArray()) {
      for (int to : flow.successors[block]) {
        if (!loop.blocks().get(to)) {
          Found found = body.branch(block).map(branch -> exit(branch, loop)).orElse(best);
          best = !exits || found.strength() > best.strength() ? found : best;
          exits = true;
        }
      }
    }
    return best;
  }

  private Found exit(Op.Branch branch, Flow.NaturalLoop loop) {
    Value left = branch.left();
    Value right = branch.right();
    if (induction.scales(left, loop) || induction.scales(right, loop)) {
      return new Found(Trip.CONSTANT, DOUBLINGS, UNKNOWN);
    }
    if (left instanceof Value.Arithmetic rest
        && (rest.operator() == '%' || rest.operator() == '&')) {
      return unknown();
    }
    if (left instanceof Value.Arithmetic square
        && square.operator() == '*'
        && square.left() instanceof Value.Phi
        && square.left().equals(square.right())) {
      return new Found(Trip.CONSTANT, ROOT, UNKNOWN);
    }
    if (left instanceof Value.Result result && right instanceof Value.Constant) {
      if (NEXT.matcher(result.callee().name()).matches()) {
        return new Found(Trip.DATA, 0, iterated(result));
      }
      if (REMAINING.matcher(result.callee().name()).matches()) {
        return body.call(result.op())
            .flatMap(Op.Call::receiver)
            .map(buffer -> new Found(Trip.DATA, 0, buffer))
            .orElse(unknown());
      }
      if (EMPTY.matcher(result.callee().name()).matches()) {
        // Worked off until nothing is left; waiting while there is nothing is another thing.
        return takesOut(loop, result) ? new Found(Trip.DATA, 0, iterated(result)) : unknown();
      }
      if (readsByte(result)) {
        return new Found(Trip.DATA, 0, result);
      }
      if (result.callee().descriptor().endsWith(")Z")) {
        return STOPPED.matcher(result.callee().name()).matches()
            ? new Found(Trip.FOREVER, 0, UNKNOWN)
            : new Found(Trip.UNKNOWN, 0, UNKNOWN);
      }
    }
    return counted(left, right, loop)
        .or(() -> counted(right, left, loop))
        .or(() -> inField(left, right, loop).map(Trips::constant))
        .orElseGet(() -> uncounted(branch, left, right));
  }

  /** Rounds of a loop whose variable goes in equal steps to a limit. */
  private Optional<Found> counted(Value variable, Value limit, Flow.NaturalLoop loop) {
    Optional<Induction.Steps> steps = induction.steps(variable, loop);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    if (steps.get().startsAtMinus(limit) || startsNear(steps.get().start())) {
      return Optional.of(new Found(Trip.CONSTANT, WINDOW, UNKNOWN));
    }
    Optional<Induction.Steps> meeting = induction.steps(limit, loop);
    if (meeting.isPresent()) {
      return upTo(meeting.get().start());
    }
    Optional<Value> span = steps.get().span(limit);
    Optional<Double> count = constant(steps.get(), limit).or(() -> span.flatMap(Trips::number));
    if (count.isPresent()) {
      return Optional.of(new Found(Trip.CONSTANT, count.get(), UNKNOWN));
    }
    return span.filter(Trips::isNumber)
        .map(over -> new Found(Trip.DATA, 0, over))
        .or(() -> upTo(limit))
        .or(() -> steps.get().down() ? upTo(steps.get().start()) : Optional.empty())
        .map(found -> found.striding(steps.get().size()));
  }

  /** Whether it begins a little before an outer loop's place: {@code Math.max(0, i - reach)}. */
  private boolean startsNear(Value start) {
    return start instanceof Value.Result result
        && result.callee().name().equals("max")
        && body.call(result.op()).stream()
            .flatMap(call -> call.arguments().stream())
            .anyMatch(
                from -> from instanceof Value.Arithmetic && induction.outer(from).isPresent());
  }

  /** As many rounds as something has elements, or as an outer loop has got to. */
  private Optional<Found> upTo(Value limit) {
    return induction
        .outer(limit)
        .filter(outer -> outer < found.size())
        .map(found::get)
        .filter(outer -> outer.trip == Trip.DATA || outer.trip == Trip.CONSTANT)
        .map(Found::half)
        .or(() -> bound(limit).map(over -> new Found(Trip.DATA, 0, over)));
  }

  private Found uncounted(Op.Branch branch, Value left, Value right) {
    if (left instanceof Value.FieldOf field && field.field().descriptor().equals("Z")) {
      return new Found(Trip.FOREVER, 0, field);
    }
    if (right instanceof Value.Null || endOfData(right)) {
      return chained(left).map(over -> new Found(Trip.DATA, 0, over)).orElse(unknown());
    }
    if (looksForOne(branch) || (isNumber(right) && ofAnother(left))) {
      return unknown();
    }
    return bound(right)
        .or(() -> bound(left))
        .map(over -> new Found(Trip.DATA, 0, over))
        .orElse(unknown());
  }

  /** Whether an element is compared with what is looked for: no limit of the loop. */
  private static boolean looksForOne(Op.Branch branch) {
    boolean equality = branch.test() == Op.Test.EQUAL || branch.test() == Op.Test.NOT_EQUAL;
    return equality
        || branch.left() instanceof Value.Element
        || branch.right() instanceof Value.Element;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Parameter parameter && parameter.type().length() == 1;
  }

  /** A field of what is asked for anew each time: what others have made of it is no progress. */
  private static boolean ofAnother(Value value) {
    return value instanceof Value.FieldOf field
        && field.base().filter(base -> !(base instanceof Value.Parameter)).isPresent();
  }

  private boolean takesOut(Flow.NaturalLoop loop, Value.Result test) {
    Optional<Value> tested = body.call(test.op()).flatMap(Op.Call::receiver);
    return loop.blocks().stream()
        .mapToObj(body.ops()::get)
        .flatMap(List::stream)
        .anyMatch(
            op ->
                op instanceof Op.Call call
                    && TAKES.matcher(call.callee().name()).matches()
                    && call.receiver().equals(tested));
  }

  private static boolean readsByte(Value.Result result) {
    return result.callee().name().equals("read") && result.callee().descriptor().equals("()I");
  }

  private static Found unknown() {
    return new Found(Trip.UNKNOWN, 0, UNKNOWN);
  }

  private static boolean endOfData(Value value) {
    return value instanceof Value.Constant constant && Integer.valueOf(-1).equals(constant.value());
  }

  /** What a null or end-of-data test reads from: a reader, a queue, a linked structure. */
  private Optional<Value> chained(Value tested) {
    for (Value value : inputs(tested)) {
      if (value instanceof Value.Result
          || value instanceof Value.FieldOf
          || value instanceof Value.Element) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** What a bound is made of, when that is data. */
  private Optional<Value> bound(Value value) {
    if (value instanceof Value.Length length) {
      return Optional.of(length.array());
    }
    if (value instanceof Value.Result result) {
      if (readsByte(result)) {
        return Optional.of(result);
      }
      return body.call(result.op())
          .filter(call -> call.how() != Op.How.STATIC && call.parameters() == 0)
          .map(call -> call.arguments().get(0))
          .or(() -> Optional.of(result));
    }
    if (value instanceof Value.Parameter || value instanceof Value.FieldOf) {
      return Optional.of(value);
    }
    if (value instanceof Value.Arithmetic sum) {
      return bound(sum.right()).or(() -> bound(sum.left()));
    }
    if (value instanceof Value.Phi) {
      return inputs(value).stream()
          .filter(input -> !(input instanceof Value.Arithmetic) && !(input instanceof Value.Phi))
          .flatMap(input -> bound(input).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /** Iterations when the variable runs from one constant to another. */
  private Optional<Double> constant(Induction.Steps steps, Value bound) {
    Optional<Double> width = steps.width(bound);
    if (width.isPresent()) {
      return width.map(far -> Math.max(1, far / steps.size()));
    }
    Optional<Double> start = limit(steps.start());
    Optional<Double> end = limit(bound);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : Optional.of(Math.max(1, Math.abs((end.get() - start.get()) / steps.size())));
  }

  private static Found constant(double count) {
    return new Found(Trip.CONSTANT, count, UNKNOWN);
  }

  /** Iterations that a field counts up to a constant. */
  private Optional<Double> inField(Value counter, Value bound, Flow.NaturalLoop loop) {
    boolean counts =
        counter instanceof Value.FieldOf field
            && loop.blocks().stream()
                .mapToObj(body.ops()::get)
                .flatMap(List::stream)
                .anyMatch(op -> op instanceof Op.FieldWrite write && countsUp(write, field));
    return counts ? limit(bound).filter(count -> count > 1) : Optional.empty();
  }

  private static boolean countsUp(Op.FieldWrite write, Value.FieldOf field) {
    return write.field().equals(field.field())
        && write.value() instanceof Value.Arithmetic sum
        && sum.operator() == '+'
        && sum.right() instanceof Value.Constant;
  }

  /** A constant, or the mean of the constants among which the code chooses. */
  private Optional<Double> limit(Value bound) {
    List<Optional<Double>> choices = inputs(bound).stream().map(Trips::number).toList();
    return choices.isEmpty() || choices.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(choices.stream().mapToDouble(Optional::get).average().orElseThrow());
  }

  private static Optional<Double> number(Value value) {
    return value instanceof Value.Constant constant && constant.value() instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** Whether what is asked something answers with an iterator, which is not one over itself. */
  private static boolean ownAnswer(MethodRef callee) {
    return callee.name().equals("matcher")
        || (callee.descriptor().endsWith(")Ljava/util/Enumeration;")
            && !callee.descriptor().startsWith("()"));
  }

  /** The collection behind {@code it.hasNext()}. */
  private Value iterated(Value.Result test) {
    Value iterator =
        body.call(test.op())
            .filter(call -> call.how() != Op.How.STATIC)
            .map(call -> call.arguments().get(0))
            .orElse(UNKNOWN);
    if (iterator instanceof Value.Result made && !ownAnswer(made.callee())) {
      return body.call(made.op())
          .filter(call -> call.how() != Op.How.STATIC)
          .map(call -> call.arguments().get(0))
          .orElse(iterator);
    }
    return iterator;
  }

  private List<Value> inputs(Value value) {
    return value instanceof Value.Phi phi ? body.phis().get(phi.index()) : List.of(value);
  }
}
