package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How much larger what a call passes is than what its parameter is usually taken to be. */
final class Arguments {

  private final Linked linked;
  private final Texts texts;
  private final Amounts amounts;
  private final LoopSizes loops;
  private final Predicate<MethodRef> recursive;

  Arguments(
      Linked linked,
      Texts texts,
      Amounts amounts,
      LoopSizes loops,
      Predicate<MethodRef> recursive) {
    this.linked = linked;
    this.loops = loops;
    this.texts = texts;
    this.amounts = amounts;
    this.recursive = recursive;
  }

  /** What a call passes, looked at once for all the bodies that it may run. */
  Passed of(MethodFacts in, Op.Call call) {
    return new Passed(in, call);
  }

  /** What one call passes. */
  final class Passed {
    private final MethodFacts in;
    private final Op.Call call;
    private final @Nullable Interval[] sizes;
    private boolean walksTree;

    Passed(MethodFacts in, Op.Call call) {
      this.in = in;
      this.call = call;
      this.sizes = new Interval[call.arguments().size()];
      this.walksTree = recursive.test(in.ref());
    }

    /** How much larger an argument is than what its parameter is usually taken to be. */
    double ratio(MethodFacts body, int index) {
      if (index >= call.arguments().size()) {
        return 1;
      }
      Value argument = call.arguments().get(index);
      Value given = sizing(in, argument);
      if (argument instanceof Value.New made && index == 0 && !body.isStatic()) {
        return given instanceof Value.Parameter || !Amounts.isText(given)
            ? 1
            : madeOf(in, made).map(from -> ratioOf(given, size(index, given), from, 1)).orElse(1.0);
      }
      return given instanceof Value.Parameter && !isObject(given)
          ? 1
          : ratioOf(given, size(index, given), body, index);
    }

    /** Summing up one of the bodies may have shown that this method calls itself through it. */
    private Interval size(int index, Value given) {
      if (walksTree != recursive.test(in.ref())) {
        walksTree = !walksTree;
        Arrays.fill(sizes, null);
      }
      Interval known = sizes[index];
      if (known == null) {
        Interval found =
            Amounts.isText(given)
                ? texts.characters(in, given, call)
                : Arguments.this.size(in, given);
        // The texts in a tree are its leaves.
        boolean leaf = found.equals(Sizes.CHARACTERS) && walksTree;
        known = leaf ? Sizes.WORDS : found;
        sizes[index] = known;
      }
      return known;
    }
  }

  /** The constructor that keeps what an object of the program is made of. */
  private Optional<MethodFacts> madeOf(MethodFacts in, Value.New made) {
    return Devices.constructor(new Origin(in, made)).flatMap(call -> linked.body(call.callee()));
  }

  private double ratioOf(Value given, Interval found, MethodFacts body, int index) {
    Value parameter = new Value.Parameter(index, type(body, index));
    if (isObject(given) && isBlock(parameter)) {
      return 1; // an element that was cast to an array says nothing of how long that is
    }
    Interval size = isObject(given) && Amounts.isText(parameter) ? Sizes.WORDS : found;
    boolean usual = size.equals(Sizes.CHARACTERS) && !Amounts.declared(given).equals("[B");
    boolean known = !isNumber(given) && !size.equals(Sizes.ELEMENTS) && !usual;
    return known ? size.middle() / taken(body, parameter).middle() : 1;
  }

  /** What the method takes its parameter for: the rounds of its loop over it, if it has one. */
  private Interval taken(MethodFacts body, Value parameter) {
    return body.loops().stream()
        .filter(loop -> Amounts.isText(parameter) || Amounts.wordsGiven(parameter))
        .filter(loop -> loop.over().equals(parameter))
        .filter(loop -> !loops.isShort(body, loop))
        .map(loop -> loops.trips(body, loop))
        .findFirst()
        .orElseGet(() -> size(body, parameter));
  }

  /** An element of something, of which nobody said what it is before it was cast. */
  private static boolean isObject(Value value) {
    return Amounts.declared(value).equals("Ljava/lang/Object;");
  }

  /** An array of numbers or bytes. */
  private static boolean isBlock(Value value) {
    String type = Amounts.declared(value);
    return type.startsWith("[") && !type.endsWith(";");
  }

  private static boolean isNumber(Value value) {
    return !(value instanceof Value.Constant)
        && (value instanceof Value.Arithmetic || Amounts.declared(value).length() == 1);
  }

  /** What a number that is passed along is the length of, or the value itself. */
  Value sizing(MethodFacts in, Value value) {
    if (value instanceof Value.Length length) {
      return length.array();
    }
    if (value instanceof Value.New made) {
      return Devices.constructor(new Origin(in, made))
          .filter(call -> call.parameters() > 0 && !linked.facts().inJdk(made.type()))
          .map(call -> call.parameter(0))
          .orElse(value);
    }
    return value instanceof Value.Result result && Amounts.LENGTHS.contains(result.callee().name())
        ? linked.call(in, result.op()).flatMap(Op.Call::receiver).orElse(value)
        : value;
  }

  private Interval size(MethodFacts in, Value value) {
    String type = Amounts.declared(value);
    if (type.equals("[B")) {
      return Amounts.exact(value).orElseGet(() -> amounts.bytesIn(in, value));
    }
    return isBlock(value)
        ? Amounts.exact(value).orElse(Sizes.NUMBERS)
        : amounts.elements(in, value);
  }

  private static String type(MethodFacts body, int index) {
    return body.isStatic() || index > 0
        ? Amounts.parameter(body.ref().descriptor(), body.isStatic() ? index : index - 1)
        : "";
  }
}
