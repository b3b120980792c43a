package dev.concur.link;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.model.Executor;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out which executor a value is, from where it was made. */
final class Executors {

  /** Queues that take whatever comes, unless they are given a limit. */
  private static final Pattern ENDLESS =
      Pattern.compile(
          "java\\.util\\.concurrent\\.(LinkedBlocking(Queue|Deque)|LinkedTransferQueue|PriorityBlockingQueue|DelayQueue)");

  /** Decorators around decorators; deeper nobody wraps an executor. */
  private static final int DEEPEST = 3;

  private final Linked linked;

  Executors(Linked linked) {
    this.linked = linked;
  }

  /**
   * The executor behind a value, made at one of its origins; of several, the first that is known.
   */
  Executor of(MethodFacts in, Op.Call at, Value value) {
    return made(in, value, DEEPEST)
        .orElseGet(
            () ->
                new Executor(
                    Executor.Kind.UNKNOWN,
                    OptionalInt.empty(),
                    identity(in, value),
                    in.spot(at.line(), "")));
  }

  private Optional<Executor> made(MethodFacts in, Value value, int depth) {
    return linked.origins(in, value).stream()
        .map(origin -> made(origin, identity(in, value), depth))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The field that holds it, also behind a getter. */
  private String identity(MethodFacts in, Value value) {
    if (value instanceof Value.FieldOf field) {
      return "field " + linked.declared(field.field()).qualified();
    }
    return value instanceof Value.Result result
        ? linked.call(in, result.op()).flatMap(call -> gotten(in, call)).orElse("")
        : "";
  }

  private Optional<String> gotten(MethodFacts in, Op.Call getter) {
    List<MethodFacts> bodies = linked.targets(in, getter).bodies();
    if (bodies.size() != 1) {
      return Optional.empty();
    }
    List<Value> given =
        bodies.get(0).blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(Op.Return.class::isInstance)
            .flatMap(op -> ((Op.Return) op).value().stream())
            .distinct()
            .toList();
    return given.size() == 1 && given.get(0) instanceof Value.FieldOf field
        ? Optional.of("field " + linked.declared(field.field()).qualified())
        : Optional.empty();
  }

  private Optional<Executor> made(Origin origin, String identity, int depth) {
    Optional<Op.Call> maker = maker(origin);
    if (maker.isEmpty()) {
      return Optional.empty();
    }
    Effects effects = linked.effects(maker.get());
    Spot at = origin.in().spot(maker.get().line(), "the executor is made here");
    return effects
        .makes()
        .map(makes -> executor(origin.in(), maker.get(), makes, identity, at))
        .or(() -> wrapped(origin.in(), maker.get(), effects, depth));
  }

  /** The executor that a decorator, such as a completion service, was given. */
  private Optional<Executor> wrapped(MethodFacts in, Op.Call maker, Effects effects, int depth) {
    return depth == 0
        ? Optional.empty()
        : effects.wraps().stream()
            .map(wraps -> Tasks.value(maker, wraps.place()))
            .flatMap(Optional::stream)
            .map(inner -> made(in, inner, depth - 1))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** The call that made the value: a factory, or the constructor of an object. */
  private Optional<Op.Call> maker(Origin origin) {
    if (origin.value() instanceof Value.Result result) {
      return linked.call(origin.in(), result.op());
    }
    if (origin.value() instanceof Value.New) {
      return origin.in().calls().stream()
          .filter(call -> call.callee().constructor())
          .filter(call -> call.arguments().get(0).equals(origin.value()))
          .findFirst();
    }
    return Optional.empty();
  }

  private Executor executor(
      MethodFacts in, Op.Call maker, Effect.Makes makes, String identity, Spot at) {
    OptionalInt size = makes.size().constant();
    Executor.Kind kind = makes.kind();
    if (makes.size().argument().isPresent()) {
      Optional<Value> given = Tasks.value(maker, makes.size().argument().get());
      size = given.map(value -> constant(in, value)).orElse(OptionalInt.empty());
      if (given.isPresent() && byCores(in, given.get())) {
        kind = Executor.Kind.CORES;
      }
    }
    if (kind == Executor.Kind.FIXED && size.isPresent() && size.getAsInt() <= 1) {
      boolean grows = grows(in, maker, makes.most());
      if (size.getAsInt() == 0 && grows) {
        // As Executors.newCachedThreadPool makes it.
        kind = Executor.Kind.CACHED;
        size = OptionalInt.empty();
      } else if (!grows) {
        kind = Executor.Kind.SINGLE;
      }
    }
    boolean pooled = kind != Executor.Kind.VIRTUAL && ofVirtualThreads(in, maker);
    return new Executor(pooled ? Executor.Kind.POOLED_VIRTUAL : kind, size, identity, at);
  }

  /** Whether more threads come when the queue is full; one without an end is never full. */
  private boolean grows(MethodFacts in, Op.Call maker, Effect.Size most) {
    OptionalInt limit =
        most.argument()
            .flatMap(place -> Tasks.value(maker, place))
            .map(value -> constant(in, value))
            .orElse(most.constant());
    boolean more = limit.isEmpty() ? most.argument().isPresent() : limit.getAsInt() > 1;
    return more
        && IntStream.range(0, maker.parameters())
            .mapToObj(maker::parameter)
            .flatMap(argument -> linked.origins(in, argument).stream())
            .flatMap(origin -> maker(origin).stream())
            .noneMatch(Executors::endless);
  }

  private static boolean endless(Op.Call made) {
    return ENDLESS.matcher(made.callee().owner()).matches()
        && !made.callee().descriptor().startsWith("(I)");
  }

  /** Whether a factory that makes virtual threads is among the arguments. */
  private boolean ofVirtualThreads(MethodFacts in, Op.Call maker) {
    return IntStream.range(0, maker.parameters())
        .mapToObj(maker::parameter)
        .flatMap(argument -> linked.origins(in, argument).stream())
        .flatMap(origin -> maker(origin).stream())
        .flatMap(made -> linked.effects(made).makes().stream())
        .anyMatch(makes -> makes.kind() == Executor.Kind.VIRTUAL);
  }

  private OptionalInt constant(MethodFacts in, Value value) {
    List<Origin> origins = linked.origins(in, value);
    return origins.size() == 1
            && origins.get(0).value() instanceof Value.Constant constant
            && constant.value() instanceof Integer number
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  private boolean byCores(MethodFacts in, Value value) {
    if (value instanceof Value.Arithmetic sum) {
      return byCores(in, sum.left()) || byCores(in, sum.right());
    }
    return linked.origins(in, value).stream()
        .anyMatch(
            origin ->
                origin.value() instanceof Value.Result result
                    && result.callee().name().equals("availableProcessors"));
  }
}
