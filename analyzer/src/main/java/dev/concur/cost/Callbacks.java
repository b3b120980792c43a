package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Runs lambdas, method references and other callbacks where they are called, with what they
 * captured and what they are given.
 */
final class Callbacks {

  private static final Pattern GROUPS =
      Pattern.compile("groupingBy|groupingByConcurrent|toMap|toConcurrentMap|toUnmodifiableMap");

  private final Calls calls;
  private final Linked linked;
  private final Devices devices;
  private final Receivers receivers;
  private final Function<MethodFacts, Tally> known;

  Callbacks(
      Calls calls,
      Linked linked,
      Devices devices,
      Receivers receivers,
      Function<MethodFacts, Tally> known) {
    this.calls = calls;
    this.linked = linked;
    this.devices = devices;
    this.receivers = receivers;
    this.known = known;
  }

  boolean runsLibraryMethod(MethodFacts in, Op.Call call, Tally result) {
    return call.receiver().isPresent()
        && libraryMethods(in, call.arguments().get(0), Interval.of(1), in, call, result);
  }

  /** The parameter that is run here, when the receiver is one and a lambda may stand behind it. */
  Optional<Value.Parameter> callbackParameter(MethodFacts in, Op.Call call) {
    boolean virtual = call.how() == Op.How.INTERFACE || call.how() == Op.How.VIRTUAL;
    if (!virtual || !(call.arguments().get(0) instanceof Value.Parameter parameter)) {
      return Optional.empty();
    }
    boolean own = parameter.index() == 0 && !in.isStatic();
    boolean combines = !linked.effects(call).carries().isEmpty();
    return !own && !combines && linked.functional(call.callee().owner())
        ? Optional.of(parameter)
        : Optional.empty();
  }

  /**
   * Runs a callback value: the bodies behind it, or symbolically when it is a parameter here too.
   */
  void run(
      MethodFacts in,
      Op.Call call,
      Value callback,
      List<String> via,
      Interval times,
      Tally result,
      Step step) {
    if (Calls.isParameter(in, callback)) {
      result.symbolic(Symbolic.runs(((Value.Parameter) callback).index(), times, via, step));
      return;
    }
    if (groups(in, callback)) {
      result.compute(Sizes.LOOKUP.times(times));
    }
    Optional<Wrapped> wrapped = wrapped(in, callback);
    if (wrapped.isPresent()) {
      task(in, call, wrapped.get().body(), times, result, wrapped.get()::captured);
      return;
    }
    List<MethodFacts> bodies = linked.tasks(in, callback, via);
    boolean said = libraryMethods(in, callback, times, in, call, result);
    if (bodies.isEmpty() && !said && !(callback instanceof Value.Null)) {
      if (madeByJdk(in, callback)) {
        result.compute(Sizes.SMALL_CALL.times(times));
      } else {
        result.callsOut("callback", step);
      }
    }
    double share = bundle(in, callback) ? 1 : 1.0 / Math.max(1, bodies.size());
    for (MethodFacts body : bodies) {
      task(in, call, body, times.times(share), result);
    }
  }

  /** Runs the body of a callback that was made here, with what it captured here. */
  void task(MethodFacts in, Op.Call call, MethodFacts body, Interval times, Tally result) {
    task(in, call, body, times, result, parameter -> captured(in, body, parameter));
  }

  private void task(
      MethodFacts in,
      Op.Call call,
      MethodFacts body,
      Interval times,
      Tally result,
      IntFunction<Optional<Value>> capturedAt) {
    MethodFacts key = receivers.lambda(in, body, capturedAt.apply(0));
    Tally tally = known.apply(key);
    calls.absorb(result, tally, times, in, call, key);
    Where at = Where.calls(in, call.line(), body.ref());
    Step step = new Step(at, Optional.of(key), 0);
    Step changes = calls.step(in, call, "changes shared state");
    for (int index : tally.writes.keySet()) {
      changed(in, call, index, capturedAt).ifPresent(root -> result.writes(root, changes));
    }
    for (int index : tally.changes.keySet()) {
      changed(in, call, index, capturedAt).ifPresent(root -> result.changes(root, changes));
    }
    for (Symbolic effect : tally.symbolic) {
      Symbolic repeated = effect.with(Sizes.repeated(effect.times(), times));
      if (effect.somewhere()) {
        calls.streams.somewhere(in, repeated.with(step), result);
        continue;
      }
      Optional<Value> captured = capturedAt.apply(effect.parameter());
      if (captured.isEmpty()) {
        handedIn(in, call, body, repeated, result, step);
      } else if (effect.field().isPresent()) {
        calls.streams.fieldOf(in, captured.get(), body, repeated, result, step);
      } else if (effect.calls()) {
        run(in, call, captured.get(), effect.via(), repeated.times(), result, step);
      } else {
        calls.streams.device(
            in, captured.get(), repeated.times(), effect.otherwise(), result, step);
      }
    }
  }

  /**
   * Whose state a callback changes here: that of what it captured, or of the collection whose
   * elements it is given.
   */
  private Optional<Integer> changed(
      MethodFacts in, Op.Call call, int index, IntFunction<Optional<Value>> capturedAt) {
    if (index == Owners.STATIC) {
      return Optional.of(index);
    }
    return capturedAt
        .apply(index)
        .or(call::receiver)
        .flatMap(value -> calls.owners().root(in, value));
  }

  /** What a lambda that was made in a method has captured there for one of its parameters. */
  private Optional<Value> captured(MethodFacts in, MethodFacts lambda, int parameter) {
    return linked.lambdas(lambda.ref()).stream()
        .filter(made -> made.in().ref().equals(in.ref()))
        .map(made -> ((Value.Lambda) made.value()).captured())
        .filter(captured -> parameter < captured.size())
        .map(captured -> captured.get(parameter))
        .findFirst();
  }

  /**
   * A lambda that a helper made around what it was given, such as {@code unchecked(Files::delete)}:
   * what it runs is what this one call of the helper passed, not what all callers pass.
   */
  private Optional<Wrapped> wrapped(MethodFacts in, Value callback) {
    if (!(callback instanceof Value.Result made)) {
      return Optional.empty();
    }
    Optional<Op.Call> maker = linked.call(in, made.op());
    List<MethodFacts> helpers =
        maker.map(call -> linked.targets(in, call).bodies()).orElse(List.of());
    return helpers.size() == 1
        ? lambda(helpers.get(0)).flatMap(lambda -> around(lambda, maker.orElseThrow()))
        : Optional.empty();
  }

  /** The one lambda that a method hands back. */
  private static Optional<Value.Lambda> lambda(MethodFacts helper) {
    List<Value> returned = Joins.returns(helper);
    return returned.size() == 1 && returned.get(0) instanceof Value.Lambda lambda
        ? Optional.of(lambda)
        : Optional.empty();
  }

  private Optional<Wrapped> around(Value.Lambda lambda, Op.Call maker) {
    boolean captures = lambda.captured().stream().anyMatch(Value.Parameter.class::isInstance);
    return captures
        ? linked.body(lambda.body()).map(body -> new Wrapped(body, lambda, maker))
        : Optional.empty();
  }

  /** A lambda, and the call of the helper that made it. */
  private record Wrapped(MethodFacts body, Value.Lambda lambda, Op.Call maker) {

    Optional<Value> captured(int parameter) {
      return parameter < lambda.captured().size()
              && lambda.captured().get(parameter) instanceof Value.Parameter given
              && given.index() < maker.arguments().size()
          ? Optional.of(maker.arguments().get(given.index()))
          : Optional.empty();
    }
  }

  /** What a callback does with what it is given: an element of the collection, as far as seen. */
  private void handedIn(
      MethodFacts in, Op.Call call, MethodFacts body, Symbolic effect, Tally result, Step step) {
    Value given = new Value.Parameter(effect.parameter(), "");
    if (!effect.calls()) {
      Devices.Found found = devices.behind(body, given);
      StreamWaits.waits(found, effect.times(), result, step);
      result.guessed |= found.nothing();
      return;
    }
    List<MethodFacts> behind = linked.behind(body, effect.parameter(), effect.via());
    if (behind.isEmpty()) {
      result.callsOut("callback", step);
    }
    for (MethodFacts one : behind) {
      calls.absorb(
          result, known.apply(one), effect.times().times(1.0 / behind.size()), in, call, one);
    }
  }

  /** Whether a collector puts each element into a map. */
  private boolean groups(MethodFacts in, Value callback) {
    return linked.origins(in, callback).stream()
        .map(Origin::value)
        .anyMatch(
            made ->
                made instanceof Value.Result result
                    && result.callee().owner().equals("java.util.stream.Collectors")
                    && GROUPS.matcher(result.callee().name()).matches());
  }

  /** Whether all that is behind a callback runs, as in a collector made of functions. */
  private boolean bundle(MethodFacts in, Value callback) {
    List<Origin> origins = linked.origins(in, callback);
    return origins.size() == 1 && origins.get(0).value() instanceof Value.Result;
  }

  /**
   * Whether the JDK made it and was given no callback for it, as {@code Collectors.toList()} or
   * {@code String.CASE_INSENSITIVE_ORDER}.
   */
  private boolean madeByJdk(MethodFacts in, Value callback) {
    return linked.origins(in, callback).stream().allMatch(this::madeByJdk);
  }

  private boolean madeByJdk(Origin origin) {
    if (origin.value() instanceof Value.FieldOf field) {
      return linked.facts().inJdk(field.field().owner());
    }
    return origin.value() instanceof Value.Result made
        && linked.facts().inJdk(made.callee().owner())
        && linked
            .call(origin.in(), made.op())
            .map(call -> linked.effects(call).carries().isEmpty())
            .orElse(false);
  }

  /**
   * Runs references to methods of a library, such as {@code Future::join}, of which only the
   * catalogue speaks; false when the callback is no such reference.
   */
  boolean libraryMethods(
      MethodFacts madeIn,
      Value callback,
      Interval times,
      MethodFacts in,
      Op.Call call,
      Tally result) {
    List<Op.Call> runs = linked.libraryCalls(madeIn, callback, call.line());
    for (Op.Call run : runs) {
      Tally once = new Tally();
      calls.said.effects(madeIn, run, linked.effects(run), once);
      Interval share = bundle(madeIn, callback) ? times : times.times(1.0 / runs.size());
      Where at = Where.calls(in, call.line(), run.callee());
      double computing = once.named();
      once.parts.forEach(
          (kind, nanos) -> {
            Interval scaled = nanos.times(share);
            result.add(kind, scaled, new Step(at, Optional.empty(), scaled.middle()));
          });
      result.compute(Interval.of(Math.max(0, once.cpu.middle() - computing)).times(share));
      result.async |= once.async;
      result.gathers |= once.gathers;
    }
    return !runs.isEmpty();
  }
}
