package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a loop does nothing with but take the next element of it: a queue that is only emptied, a
 * reader that gives one line after the other. Taking is then what an iterator does, and ties a
 * round to the one before no more than that.
 *
 * <p>Whoever puts something in again, or lets others at it, goes on with what earlier rounds found.
 */
final class Drains {

  private static final Pattern TAKES =
      Pattern.compile("(poll|pop|remove)(First|Last)?|readLine|nextLine");

  private static final Pattern LOOKS =
      Pattern.compile("isEmpty|size|hasNext(Line)?|ready|peek(First|Last)?|close");

  private static final Pattern ADDS = Pattern.compile("(add|offer)(All|First|Last)?|push");

  /** Whoever sorts what is to be done minds in what order it is done. */
  private static final Pattern SORTED = Pattern.compile(".*(Priority|Tree|SkipList|Delay).*");

  private static final Pattern KNOWN = Pattern.compile("java\\.(util|io)\\..*");

  private final Linked linked;
  private final MethodFacts method;
  private final Set<Integer> inside;
  private final Set<Op.Call> taking = new HashSet<>();
  private final Set<Value> emptied = new HashSet<>();

  Drains(Linked linked, MethodFacts method, Set<Integer> inside) {
    this.linked = linked;
    this.method = method;
    this.inside = inside;
    ops()
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast)
        .filter(this::takes)
        .filter(call -> onlyTaken(call.receiver().orElseThrow()))
        .forEach(
            call -> {
              taking.add(call);
              emptied.add(call.receiver().orElseThrow());
            });
  }

  private Stream<Op> ops() {
    return method.blocks().stream()
        .filter(block -> inside.contains(block.index()) && block.path() != Path.ERROR)
        .flatMap(block -> block.ops().stream());
  }

  private boolean takes(Op.Call call) {
    return call.receiver().isPresent()
        && call.arguments().size() == 1
        && (KNOWN.matcher(call.callee().owner()).matches()
            ? TAKES.matcher(call.callee().name()).matches()
            : ofOwnIterator(call) && call.callee().name().equals("next"));
  }

  /** Whether it is called on an iterator that the program has written and made from what it got. */
  private boolean ofOwnIterator(Op.Call call) {
    return linked.subtype(call.callee().owner(), "java.util.Iterator")
        && call.receiver().orElseThrow() instanceof Value.New made
        && method.calls().stream()
            .filter(each -> each.callee().constructor() && each.arguments().get(0).equals(made))
            .flatMap(each -> each.arguments().stream().skip(1))
            .noneMatch(given -> given instanceof Value.FieldOf || lendsSelf(given));
  }

  /** Whether it was there before the loop, and the loop only takes from it. */
  private boolean onlyTaken(Value source) {
    return (madeBefore(source) || kept(source)) && ops().allMatch(op -> leaves(op, source));
  }

  /**
   * Whether the object keeps it for good, and the loop lets nobody else at the object, who could
   * put something in again.
   */
  private boolean kept(Value source) {
    return source instanceof Value.FieldOf field
        && field.base().filter(this::self).isPresent()
        && linked.isFinal(field.field())
        && ops().flatMap(Drains::given).noneMatch(this::lendsSelf);
  }

  private boolean self(Value value) {
    return value instanceof Value.Parameter parameter
        && parameter.index() == 0
        && !method.isStatic();
  }

  /** What an operation hands on. */
  private static Stream<Value> given(Op op) {
    if (op instanceof Op.FieldWrite write) {
      return Stream.of(write.value());
    }
    return op instanceof Op.ArrayWrite write
        ? Stream.of(write.value())
        : op instanceof Op.Call call ? call.arguments().stream() : Stream.empty();
  }

  private boolean lendsSelf(Value part) {
    return self(part)
        || (part instanceof Value.Lambda lambda && lambda.captured().stream().anyMatch(this::self));
  }

  private boolean madeBefore(Value source) {
    Predicate<Integer> insideLoop =
        site -> method.blocks().stream().filter(this::within).anyMatch(block -> block.holds(site));
    if (source instanceof Value.New made) {
      return !insideLoop.test(made.site());
    }
    return source instanceof Value.Result result
        && !insideLoop.test(result.op())
        && linked.facts().inJdk(result.callee().owner());
  }

  private boolean within(Block block) {
    return inside.contains(block.index());
  }

  /** Whether an operation does no more with it than take or look. */
  private boolean leaves(Op op, Value source) {
    List<Value> parts = Carried.parts(op);
    if (parts.stream().noneMatch(part -> part.equals(source) || captures(part, source))) {
      return true;
    }
    return op instanceof Op.Call call
        && call.receiver().filter(source::equals).isPresent()
        && call.arguments().size() == 1
        && (takes(call) || LOOKS.matcher(call.callee().name()).matches());
  }

  private static boolean captures(Value part, Value source) {
    return part instanceof Value.Lambda lambda && lambda.captured().contains(source);
  }

  /** Whether a call takes the next element, or looks whether there is one. */
  boolean of(Op.Call call) {
    return call.receiver().filter(emptied::contains).isPresent();
  }

  /** Whether it is what the loop takes its elements from. */
  boolean empties(Value value) {
    return emptied.contains(value);
  }

  /**
   * Whether it is a list of what is still to be done, made before the loop: rounds take from it and
   * put in what they find, and whatever lies there may be done together.
   */
  boolean worklist(Value value) {
    return value instanceof Value.New made
        && !SORTED.matcher(made.type()).matches()
        && madeBefore(value)
        && ops().anyMatch(op -> takesFrom(op, value))
        && ops().allMatch(op -> leaves(op, value) || addsTo(op, value));
  }

  private boolean takesFrom(Op op, Value value) {
    return op instanceof Op.Call call
        && takes(call)
        && call.receiver().filter(value::equals).isPresent();
  }

  private static boolean addsTo(Op op, Value value) {
    return op instanceof Op.Call call
        && ADDS.matcher(call.callee().name()).matches()
        && call.receiver().filter(value::equals).isPresent()
        && !call.parameter(0).equals(value);
  }

  /** Whether what is taken from has to be waited for, as a stream of lines is. */
  boolean stream(Op.Call call) {
    return !KNOWN.matcher(call.callee().owner()).matches()
        || linked.effects(call).waitsAs().stream().anyMatch(w -> w.place().receiver());
  }

  /** Whether a value is what was taken for this round. */
  boolean taken(Value value) {
    if (value instanceof Value.Phi phi) {
      List<Value> inputs = method.phis().get(phi.index());
      return !inputs.isEmpty()
          && inputs.stream().allMatch(each -> each instanceof Value.Null || takenHere(each))
          && inputs.stream().anyMatch(this::takenHere);
    }
    return takenHere(value);
  }

  /** A result of taking, in the loop or right before it. */
  private boolean takenHere(Value value) {
    return value instanceof Value.Result result
        && method
            .call(result.op())
            .filter(this::takes)
            .flatMap(Op.Call::receiver)
            .filter(emptied::contains)
            .isPresent();
  }

  /** The loop without the variables that hold nothing but what was taken. */
  LoopFacts without(LoopFacts loop) {
    return taking.isEmpty()
        ? loop
        : Services.keeping(
            loop, loop.variables().stream().filter(one -> !taken(new Value.Phi(one))).toList());
  }
}
