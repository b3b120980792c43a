package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells loops that have few rounds whatever they are compared with.
 *
 * <p>What is tried again after a failure mostly succeeds; what waits for a condition is woken when
 * it is met; who competes for a place gets it at the second try; and a loop that begins where its
 * caller has got to goes on for a word, not for the text.
 */
final class ShortLoops {

  private static final Pattern COMPETES =
      Pattern.compile(
          "(weakC|c)ompareAnd(Set|Exchange|Swap)\\w*|try(Lock|Acquire|Unlock)\\w*|yield|onSpinWait");

  private static final Pattern MOVES = Pattern.compile("(read|write|skip|transfer)\\w*");

  private static final Pattern READS = Pattern.compile("charAt|codePointAt");

  private static final Pattern FINDS = Pattern.compile("(\\w*I|i)ndexOf\\w*(\\$default)?");

  private static final Pattern TEXT = Pattern.compile("Ljava/lang/(String|CharSequence);.*\\)");

  /** Tries until one does not fail; ours. */
  private static final Interval TRIES = new Interval(1, 1, 1e3);

  private final Linked linked;
  private final Slices slices;

  ShortLoops(Linked linked) {
    this.linked = linked;
    this.slices = new Slices(linked);
  }

  /** Rounds of such a loop; empty for any other. */
  Optional<Interval> rounds(MethodFacts in, LoopFacts loop) {
    if (loop.trip() == Loop.Trip.CONSTANT) {
      return Optional.empty();
    }
    if (afterFailuresOnly(in, loop)) {
      return Optional.of(TRIES);
    }
    if (waits(in, loop)) {
      return Optional.of(Sizes.UNTIL_FOUND);
    }
    if (takesShares(in, loop)) {
      return Optional.of(Sizes.BLOCKS);
    }
    if (slices.shares(in, loop)) {
      return Optional.of(Sizes.SLICES);
    }
    if (goesOnForOuter(in, loop)) {
      return Optional.of(Sizes.UNTIL_FOUND);
    }
    if (jumps(in, loop) || growsTo(in, loop)) {
      return Optional.of(Sizes.TOKENS);
    }
    return goesOn(in, loop) ? Optional.of(Sizes.WORDS) : Optional.empty();
  }

  /** Whether every way back to its head leads through a handler. */
  private static boolean afterFailuresOnly(MethodFacts in, LoopFacts loop) {
    List<Block> back =
        in.blocks(loop).stream()
            .filter(block -> block.successors().contains(loop.header()))
            .toList();
    return !back.isEmpty() && back.stream().allMatch(block -> block.path() == Path.ERROR);
  }

  /** Whether it waits for a condition, or competes with others. */
  private boolean waits(MethodFacts in, LoopFacts loop) {
    boolean asked = loop.over() instanceof Value.Result;
    boolean bounded = loop.trip() == Loop.Trip.DATA && !asked;
    return !(loop.trip() == Loop.Trip.DATA && isMany(Amounts.declared(loop.over())))
        && calls(in, loop)
            .anyMatch(call -> awaits(call) || (!bounded && (competes(call) || pauses(call))));
  }

  private static boolean isMany(String type) {
    return type.startsWith("[") || type.startsWith("Ljava/util/");
  }

  private boolean awaits(Op.Call call) {
    return linked.effects(call).all().stream().anyMatch(Effect.Awaits.class::isInstance);
  }

  private static boolean competes(Op.Call call) {
    return COMPETES.matcher(call.callee().name()).matches();
  }

  private boolean pauses(Op.Call call) {
    Effects effects = linked.effects(call);
    return effects.waits().stream().anyMatch(wait -> wait.kind() == Kind.SLEEP);
  }

  /** Whether each round does as much of what is left as it gets done. */
  private static boolean takesShares(MethodFacts in, LoopFacts loop) {
    boolean given = loop.over() instanceof Value.Parameter left && left.type().length() == 1;
    return loop.trip() == Loop.Trip.DATA
        && variables(in, loop)
            .flatMap(List::stream)
            .anyMatch(value -> movesOn(value) || (given && isRest(in, loop, value)));
  }

  /** Further on by what a call says that it has read or written. */
  private static boolean movesOn(Value value) {
    return value instanceof Value.Arithmetic sum
        && (sum.operator() == '+' || sum.operator() == '-')
        && sum.left() instanceof Value.Phi
        && sum.right() instanceof Value.Result done
        && MOVES.matcher(done.callee().name()).matches();
  }

  private static boolean isRest(MethodFacts in, LoopFacts loop, Value value) {
    return value instanceof Value.Arithmetic rest
        && rest.operator() == '-'
        && rest.left() instanceof Value.Phi before
        && in.phis().get(before.index()).contains(loop.over())
        && !(rest.right() instanceof Value.Constant);
  }

  /** Whether it goes from one place where something was found to the next: there are few. */
  private static boolean jumps(MethodFacts in, LoopFacts loop) {
    return loop.trip() == Loop.Trip.DATA
        && variables(in, loop)
            .flatMap(List::stream)
            .map(value -> value instanceof Value.Arithmetic sum ? sum.left() : value)
            .flatMap(value -> inputs(in, value).stream())
            .anyMatch(
                value ->
                    value instanceof Value.Result found
                        && FINDS.matcher(found.callee().name()).matches());
  }

  /**
   * Whether it moves the place on at which the loop around it stands, up to the same end: all of
   * its rounds together are no more than one pass.
   */
  private static boolean goesOnForOuter(MethodFacts in, LoopFacts loop) {
    if (loop.trip() != Loop.Trip.DATA || loop.parent() < 0) {
      return false;
    }
    LoopFacts outer = in.loops().get(loop.parent());
    return outer.trip() == Loop.Trip.DATA
        && outer.over().equals(loop.over())
        && loop.variables().stream()
            .filter(place -> tested(in, loop, place))
            .anyMatch(place -> outer.variables().stream().anyMatch(at -> shared(in, at, place)));
  }

  private static boolean tested(MethodFacts in, LoopFacts loop, int place) {
    return in.blocks(loop).stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(
            op ->
                op instanceof Op.Branch test
                    && (isAt(test.left(), place) || isAt(test.right(), place)));
  }

  /** Whether a place of an inner loop begins where the outer one stands, and leaves it behind. */
  private static boolean shared(MethodFacts in, int outer, int inner) {
    return in.phis().get(inner).stream().anyMatch(value -> isAt(value, outer))
        && in.phis().get(outer).stream()
            .flatMap(value -> inputs(in, value).stream())
            .anyMatch(value -> isAt(value, inner));
  }

  /** Whether a value is a place, or one a fixed number of steps from it. */
  private static boolean isAt(Value value, int place) {
    Value at =
        value instanceof Value.Arithmetic sum && sum.right() instanceof Value.Constant
            ? sum.left()
            : value;
    return at instanceof Value.Phi phi && phi.index() == place;
  }

  /** Whether it adds to a collection from where that ends: it is filled up by a few at a time. */
  private boolean growsTo(MethodFacts in, LoopFacts loop) {
    Set<Value> sized =
        variables(in, loop)
            .flatMap(List::stream)
            .filter(
                value -> value instanceof Value.Result size && size.callee().name().equals("size"))
            .flatMap(value -> linked.call(in, ((Value.Result) value).op()).stream())
            .flatMap(call -> call.receiver().stream())
            .collect(Collectors.toSet());
    return !sized.isEmpty()
        && calls(in, loop)
            .anyMatch(
                call ->
                    call.callee().name().equals("add")
                        && call.receiver().filter(sized::contains).isPresent());
  }

  private static List<Value> inputs(MethodFacts in, Value value) {
    return value instanceof Value.Phi phi ? in.phis().get(phi.index()) : List.of(value);
  }

  /** Whether it goes through a text from where the caller says. */
  private static boolean goesOn(MethodFacts in, LoopFacts loop) {
    return fromTo(in, loop) || calls(in, loop).anyMatch(call -> goesOn(in, loop, call));
  }

  /** Whether it goes from one given place to another, and a text is given. */
  private static boolean fromTo(MethodFacts in, LoopFacts loop) {
    return isNumber(loop.over())
        && TEXT.matcher(in.ref().descriptor()).find()
        && variables(in, loop).flatMap(List::stream).anyMatch(ShortLoops::isPosition);
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Parameter given && given.type().equals("I");
  }

  private static boolean goesOn(MethodFacts in, LoopFacts loop, Op.Call call) {
    return readsText(call)
        && call.receiver().filter(text -> Calls.isParameter(in, text)).isPresent()
        && call.parameter(0) instanceof Value.Phi at
        && loop.variables().contains(at.index())
        && in.phis().get(at.index()).stream().anyMatch(ShortLoops::isPosition);
  }

  static boolean readsText(Op.Call call) {
    return READS.matcher(call.callee().name()).matches();
  }

  private static boolean isPosition(Value start) {
    return isNumber(start) || (start instanceof Value.Arithmetic sum && isNumber(sum.left()));
  }

  private static Stream<List<Value>> variables(MethodFacts in, LoopFacts loop) {
    return loop.variables().stream().map(in.phis()::get);
  }

  private static Stream<Op.Call> calls(MethodFacts in, LoopFacts loop) {
    return in.blocks(loop).stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Call.class::isInstance)
        .map(Op.Call.class::cast);
  }
}
