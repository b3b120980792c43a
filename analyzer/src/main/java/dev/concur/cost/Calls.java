package dev.concur.cost;

import dev.concur.catalogue.Claim;
import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.catalogue.Timeout;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.link.Targets;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Says what one execution of a call costs, in the method where it stands. */
final class Calls {

  private static final double SORT_PASSES = 6;

  /** Native code that is not the JDK's: we see nothing of it. */
  private static final Interval NATIVE = new Interval(1e2, 5e4, 1e9);

  /** Calls that cost less, of no kind, count to what the caller does, ns. */
  private static final double UNNAMED = 1_000;

  /** What a callback computes that runs at least so often has the kind of its body. */
  private static final double REPEATED = 3;

  /** However little a method is given, so much of what it usually computes remains. */
  private static final double LEAST = 1e-3;

  /** How far a stream is followed back to its source. */
  private static final int STAGES = 20;

  private final Linked linked;
  private final Devices devices;
  private final Changes changes;
  private final Amounts amounts;
  private final OwnWork ownWork;
  private final Function<MethodFacts, Tally> known;

  Calls(Linked linked, Amounts amounts, OwnWork ownWork, Function<MethodFacts, Tally> known) {
    this.linked = linked;
    this.amounts = amounts;
    this.ownWork = ownWork;
    this.devices = new Devices(linked);
    this.changes = new Changes(linked);
    this.known = known;
  }

  Tally of(MethodFacts in, Op.Call call) {
    Tally result = new Tally();
    Optional<Value.Parameter> callback = callbackParameter(in, call);
    if (callback.isPresent()) {
      Step step = step(in, call, "calls back");
      List<String> via = List.of(call.callee().name());
      result.symbolic(Symbolic.runs(callback.get().index(), Interval.of(1), via, step));
      return result;
    }
    Targets targets = linked.targets(in, call);
    changed(in, call, targets, result);
    if (!targets.bodies().isEmpty()) {
      bodies(in, call, targets.bodies(), result);
    } else if (targets.effects().known()) {
      effects(in, call, targets.effects(), result);
    } else if (targets.callback() && runsLibraryMethod(in, call, result)) {
      result.compute(Sizes.SMALL_CALL);
    } else if (targets.callback() && claimed(in, call, result)) {
      result.compute(Sizes.SMALL_CALL);
    } else if (targets.callback() && linked.onlyAsked(call.callee().owner())) {
      result.guessed = true;
      result.compute(Sizes.SMALL_CALL);
    } else if (targets.callback()) {
      result.callsOut(call.callee().owner(), step(in, call, "calls out"));
      result.compute(Sizes.SMALL_CALL);
    } else if (!targets.missing().isEmpty()) {
      result.missing.add(targets.missing());
      result.compute(Sizes.SMALL_CALL);
    } else {
      result.compute(Sizes.call(call.callee().owner()));
    }
    return result;
  }

  /** Where no body is seen, the word of an annotation is taken. */
  private boolean claimed(MethodFacts in, Op.Call call, Tally result) {
    Optional<Claim> claim = linked.claim(call.callee());
    if (claim.filter(Claim.BLOCKING::equals).isPresent()) {
      add(in, call, Kind.LOCK, Sizes.OTHER_THREAD, "is declared to block", result);
      result.guessed = true;
    }
    return claim.isPresent();
  }

  private boolean runsLibraryMethod(MethodFacts in, Op.Call call, Tally result) {
    return call.receiver().isPresent()
        && libraryMethods(in, call.arguments().get(0), Interval.of(1), in, call, result);
  }

  /** The parameter that is run here, when the receiver is one and a lambda may stand behind it. */
  private Optional<Value.Parameter> callbackParameter(MethodFacts in, Op.Call call) {
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

  private void bodies(MethodFacts in, Op.Call call, List<MethodFacts> bodies, Tally result) {
    double share = 1.0 / bodies.size();
    if (linked.open(in, call)) {
      result.callsOut(call.callee().owner(), step(in, call, "calls out"));
    }
    List<MethodFacts> running = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>();
    for (MethodFacts body : bodies) {
      Effects around = throughProxy(in, call) ? linked.around(body) : Effects.UNSAID;
      if (!around.starts().isEmpty()) {
        result.async = true;
      } else if (body.isNative()) {
        result.natives.put(body.ref().toString(), step(in, call, "enters native code"));
        result.add(Kind.OTHER, NATIVE.times(share), step(in, call, "native code, not seen"));
        result.guessed = true;
      } else {
        boolean cached = around.callsBack().stream().anyMatch(c -> c.times() == Effect.Times.MISS);
        Tally tally = resized(in, call, body, known.apply(body));
        running.add(body);
        tallies.add(cached ? onMiss(tally, in, call, body) : tally);
      }
    }
    Alternatives alternatives = new Alternatives(tallies);
    List<Tally> believed = alternatives.believed();
    for (int i = 0; i < running.size(); i++) {
      MethodFacts body = running.get(i);
      Tally tally = believed.get(i);
      absorb(result, tally, Interval.of(share), in, call, body);
      if (aligned(call, body)) {
        tally.sized.forEach((index, nanos) -> sized(in, call, index, nanos * share, result));
        tally.symbolic.forEach(effect -> apply(in, call, body, effect, share, result));
        tally.writes.forEach((index, step) -> written(in, call, index, result::writes));
        tally.changes.forEach((index, step) -> written(in, call, index, result::changes));
      }
    }
    // What all bodies do is certain, though each alone is unlikely.
    alternatives.chances().forEach((kind, chance) -> result.likely(kind, chance));
    result.guessed |= bodies.size() > 1;
  }

  /** The same for what is given here: a method that is given a name does not read a book. */
  private Tally resized(MethodFacts in, Op.Call call, MethodFacts body, Tally tally) {
    if (tally.sized.isEmpty() || !aligned(call, body) || tally.cpu.middle() <= 0) {
      return tally;
    }
    double nanos = tally.cpu.middle();
    for (Map.Entry<Integer, Double> part : tally.sized.entrySet()) {
      double ratio = amounts.ratio(in, call, body, part.getKey());
      nanos += part.getValue() * (ratio - 1);
    }
    double least = tally.cpu.middle() * LEAST;
    return nanos == tally.cpu.middle() ? tally : tally.computing(Math.max(least, nanos));
  }

  private void sized(MethodFacts in, Op.Call call, int index, double nanos, Tally result) {
    if (index < call.arguments().size()) {
      Value given = amounts.sizing(in, call.arguments().get(index));
      if (given instanceof Value.Parameter) {
        result.sized.merge(((Value.Parameter) given).index(), nanos, Double::sum);
      }
    }
  }

  /** A container's proxy stands between objects, not between the methods of one object. */
  private static boolean throughProxy(MethodFacts in, Op.Call call) {
    return call.receiver()
        .filter(r -> r instanceof Value.Parameter own && own.index() == 0 && !in.isStatic())
        .isEmpty();
  }

  /** What a call costs when a cache in front of the method answers most of them. */
  private Tally onMiss(Tally tally, MethodFacts in, Op.Call call, MethodFacts body) {
    Tally rare = new Tally();
    absorb(rare, tally, new Interval(0, 0.1, 1), in, call, body);
    rare.missedWait = rare.waiting().middle();
    rare.missedCpu = rare.cpu.middle();
    return rare;
  }

  /** Whether arguments and parameters correspond: not so for a lambda behind an interface. */
  private static boolean aligned(Op.Call call, MethodFacts body) {
    boolean sameSort = body.isStatic() == (call.how() == Op.How.STATIC);
    return sameSort && body.ref().name().equals(call.callee().name());
  }

  /** Adds what a callee does, so many times, with this call as the step that leads there. */
  void absorb(
      Tally result, Tally callee, Interval times, MethodFacts in, Op.Call call, MethodFacts body) {
    MethodRef next = body.ref();
    Spot at = in.spot(call.line(), next.simpleOwner() + "." + next.name());
    double computing = callee.kinds(false).stream().mapToDouble(k -> callee.part(k).middle()).sum();
    double often = Math.min(1, times.middle());
    double waitBefore = result.waiting().middle();
    double cpuBefore = result.cpu.middle();
    callee.parts.forEach(
        (kind, nanos) -> {
          Interval scaled = Sizes.repeated(kind, nanos, times);
          Step step = new Step(at, Optional.of(next), scaled.middle());
          result.add(kind, scaled, step, often * callee.chance(kind));
        });
    Interval plain =
        new Interval(
            0,
            Math.max(0, callee.cpu.middle() - computing),
            Math.max(callee.cpu.high(), callee.cpu.middle()));
    if (times.middle() >= REPEATED) {
      result.add(
          ownWork.of(body), Sizes.repeated(plain, times), new Step(at, Optional.of(next), 0));
    } else {
      result.compute(Sizes.repeated(plain, times));
    }
    Step through = new Step(at, Optional.of(next), plain.middle() * times.middle());
    callee.loop.ifPresent(inner -> heavier(result, through));
    if (often >= Tally.BELIEVED) {
      callee.callsOut.keySet().forEach(type -> result.callsOut(type, through));
      callee.natives.keySet().forEach(name -> result.natives.putIfAbsent(name, through));
    }
    result.missing.addAll(callee.missing.stream().limit(5).toList());
    result.missed(waitBefore, cpuBefore, callee.missedWaitShare(), callee.missedCpuShare());
    result.async |= callee.async;
    result.guessed |= callee.guessed;
  }

  static void heavier(Tally result, Step step) {
    if (result.loop.isEmpty() || result.loop.get().weight() < step.weight()) {
      result.loop = Optional.of(step);
    }
  }

  private void apply(
      MethodFacts in, Op.Call call, MethodFacts body, Symbolic effect, double share, Tally result) {
    if (effect.parameter() >= call.arguments().size()) {
      return;
    }
    Value argument = call.arguments().get(effect.parameter());
    Interval times = effect.times().times(share);
    Spot at = in.spot(call.line(), body.ref().simpleOwner() + "." + body.ref().name());
    Step step = new Step(at, Optional.of(body.ref()), 0);
    if (effect.calls()) {
      run(in, call, argument, effect.via(), times, result, step);
    } else if (effect.field().isPresent()) {
      fieldOf(in, argument, body, effect.with(times), result, step);
    } else {
      device(in, argument, times, Optional.empty(), result, step);
    }
  }

  /** Waits as the stream does that this object was made with, or else any such object. */
  private void fieldOf(
      MethodFacts in, Value object, MethodFacts body, Symbolic effect, Tally result, Step step) {
    FieldRef field = effect.field().orElseThrow();
    Optional<Devices.Found> made = devices.inside(in, object, field);
    Optional<Value> stream = made.isEmpty() ? devices.given(in, object) : Optional.empty();
    if (stream.isPresent()) {
      device(in, stream.get(), effect.times(), Optional.empty(), result, step);
      return;
    }
    if (object instanceof Value.Parameter own && own.index() == 0 && !in.isStatic()) {
      result.symbolic(Symbolic.waits(0, effect.times(), effect.field(), step));
      return;
    }
    Devices.Found found =
        made.orElseGet(() -> devices.behind(body, new Value.FieldOf(field, Optional.empty())));
    waits(found, effect.times(), result, step);
  }

  /**
   * Runs a callback value: the bodies behind it, or symbolically when it is a parameter here too.
   */
  private void run(
      MethodFacts in,
      Op.Call call,
      Value callback,
      List<String> via,
      Interval times,
      Tally result,
      Step step) {
    if (isParameter(in, callback)) {
      result.symbolic(Symbolic.runs(((Value.Parameter) callback).index(), times, via, step));
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
  private void task(MethodFacts in, Op.Call call, MethodFacts body, Interval times, Tally result) {
    Tally tally = known.apply(body);
    absorb(result, tally, times, in, call, body);
    Spot at = in.spot(call.line(), body.ref().simpleOwner() + "." + body.ref().name());
    Step step = new Step(at, Optional.of(body.ref()), 0);
    for (Symbolic effect : tally.symbolic) {
      Symbolic repeated = effect.with(Sizes.repeated(effect.times(), times));
      Optional<Value> captured = captured(in, body, effect.parameter());
      if (captured.isEmpty()) {
        handedIn(in, call, body, repeated, result, step);
      } else if (effect.field().isPresent()) {
        fieldOf(in, captured.get(), body, repeated, result, step);
      } else if (effect.calls()) {
        run(in, call, captured.get(), effect.via(), repeated.times(), result, step);
      } else {
        device(in, captured.get(), repeated.times(), Optional.empty(), result, step);
      }
    }
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

  /** What a callback does with what it is given: an element of the collection, as far as seen. */
  private void handedIn(
      MethodFacts in, Op.Call call, MethodFacts body, Symbolic effect, Tally result, Step step) {
    Value given = new Value.Parameter(effect.parameter(), "");
    if (!effect.calls()) {
      Devices.Found found = devices.behind(body, given);
      waits(found, effect.times(), result, step);
      result.guessed |= found.nothing();
      return;
    }
    List<MethodFacts> behind = linked.tasks(body, given, effect.via());
    if (behind.isEmpty()) {
      result.callsOut("callback", step);
    }
    for (MethodFacts one : behind) {
      absorb(result, known.apply(one), effect.times().times(1.0 / behind.size()), in, call, one);
    }
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
  private boolean libraryMethods(
      MethodFacts madeIn,
      Value callback,
      Interval times,
      MethodFacts in,
      Op.Call call,
      Tally result) {
    List<Op.Call> runs = linked.libraryCalls(madeIn, callback, call.line());
    for (Op.Call run : runs) {
      Tally once = new Tally();
      effects(madeIn, run, linked.effects(run), once);
      Interval share = bundle(madeIn, callback) ? times : times.times(1.0 / runs.size());
      Spot at = in.spot(call.line(), run.callee().simpleOwner() + "." + run.callee().name());
      double computing = once.kinds(false).stream().mapToDouble(k -> once.part(k).middle()).sum();
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

  static boolean isParameter(MethodFacts in, Value value) {
    return value instanceof Value.Parameter parameter
        && !(parameter.index() == 0 && !in.isStatic());
  }

  private void device(
      MethodFacts in,
      Value value,
      Interval share,
      Optional<Effect.Device> otherwise,
      Tally result,
      Step step) {
    Optional<Value> given = devices.wrapped(in, value);
    if (given.isPresent()) {
      int index = ((Value.Parameter) given.get()).index();
      result.symbolic(Symbolic.waits(index, share, Optional.empty(), step));
      return;
    }
    Devices.Found found = devices.behind(in, value);
    Optional<FieldRef> own = ownField(in, value);
    if (own.isPresent() && !found.devices().isEmpty() && found.inMemory() > 0) {
      result.symbolic(Symbolic.waits(0, share, own, step));
      return;
    }
    waits(found, share, result, step);
    if (found.nothing()) {
      result.guessed = true;
      otherwise.ifPresent(
          device -> {
            Interval nanos = device.nanos().times(share);
            result.add(device.kind(), nanos, new Step(step.at(), step.next(), nanos.middle()));
          });
    }
  }

  private static void waits(Devices.Found found, Interval share, Tally result, Step step) {
    for (Effect.Device device : found.devices()) {
      double part = found.share() / found.devices().size();
      Interval nanos = device.nanos().times(share).times(part);
      result.add(device.kind(), nanos, new Step(step.at(), step.next(), nanos.middle()));
    }
  }

  /** The field of the object itself that a value was read from. */
  static Optional<FieldRef> ownField(MethodFacts in, Value value) {
    return !in.isStatic()
            && value instanceof Value.FieldOf field
            && field.base().orElse(null) instanceof Value.Parameter self
            && self.index() == 0
        ? Optional.of(field.field())
        : Optional.empty();
  }

  private void written(MethodFacts in, Op.Call call, int index, BiConsumer<Integer, Step> result) {
    Step step = step(in, call, "writes shared state");
    if (index < 0) {
      result.accept(-1, step);
    } else if (index < call.arguments().size()) {
      Writes.root(in, call.arguments().get(index)).ifPresent(root -> result.accept(root, step));
    }
  }

  /** Unseen code that gives nothing back is run for what it changes. */
  private void changed(MethodFacts in, Op.Call call, Targets targets, Tally result) {
    if (targets.callback() && call.callee().descriptor().endsWith(")V")) {
      result.changes(-1, step(in, call, "runs code that was not seen"));
    } else if (targets.bodies().isEmpty()) {
      changes
          .of(in, call)
          .flatMap(object -> Writes.root(in, object))
          .ifPresent(root -> result.changes(root, step(in, call, "changes shared state")));
    }
  }

  private Step step(MethodFacts in, Op.Call call, String does) {
    String callee = call.callee().simpleOwner() + "." + call.callee().name();
    return new Step(in.spot(call.line(), callee + " " + does), Optional.empty(), 0);
  }

  // What the catalogue says of a call.

  private void effects(MethodFacts in, Op.Call call, Effects effects, Tally result) {
    boolean forTasks = startsAndWaits(effects) && joined(in, call, in, call, 0, result);
    for (Effect effect : effects.all()) {
      if (!(forTasks && effect instanceof Effect.Waits)) {
        effect(in, call, effect, result);
      }
    }
    if (effects.computes().isEmpty()) {
      result.compute(Sizes.call(call.callee().owner()));
    }
  }

  /** Whether it waits for the tasks that it starts: {@code invokeAll}. */
  private static boolean startsAndWaits(Effects effects) {
    return !effects.starts().isEmpty() && !effects.waits().isEmpty();
  }

  private void effect(MethodFacts in, Op.Call call, Effect effect, Tally result) {
    if (effect instanceof Effect.Waits waits) {
      Interval nanos = length(in, call, waits).orElse(waits.nanos());
      add(in, call, waits.kind(), nanos, "waits: " + waits.kind().word(), result);
    } else if (effect instanceof Effect.WaitsAs waits) {
      Devices.at(call, waits.place())
          .ifPresent(
              value ->
                  device(
                      in,
                      value,
                      Interval.of(waits.share()),
                      waits.otherwise(),
                      result,
                      step(in, call, "waits as its device does")));
      poured(in, call, waits.place(), result);
    } else if (effect instanceof Effect.Computes && isStage(call)) {
      // What a stage computes, it computes when the stream is consumed.
      return;
    } else if (effect instanceof Effect.Computes computes) {
      Interval nanos = computes.nanos().times(amounts.times(in, call, computes));
      if (computes.kind() == Kind.OTHER && nanos.middle() < UNNAMED) {
        result.compute(nanos);
      } else {
        add(in, call, computes.kind(), nanos, computes.kind().word(), result);
      }
      computes
          .sizedBy()
          .flatMap(place -> Devices.at(call, place))
          .filter(value -> isParameter(in, value))
          .ifPresent(
              value ->
                  result.sized.merge(
                      ((Value.Parameter) value).index(), nanos.middle(), Double::sum));
    } else if (effect instanceof Effect.CallsBack callsBack) {
      callsBack(in, call, callsBack, result);
    } else if (effect instanceof Effect.Terminal terminal) {
      Interval elements = terminal.early() ? Sizes.UNTIL_FOUND : elements(in, call);
      result.compute(Sizes.SMALL_CALL.times(elements));
      stages(in, call, elements, result);
    } else if (effect instanceof Effect.Starts) {
      result.async = true;
    } else if (effect instanceof Effect.Joins joins) {
      joins(in, call, joins, result);
    } else if (effect instanceof Effect.Awaits awaits) {
      Interval nanos =
          awaits.timeout().flatMap(t -> constant(in, call, t)).orElse(Sizes.OTHER_THREAD);
      add(in, call, Kind.LOCK, nanos, "waits for a signal", result);
    } else if (effect instanceof Effect.Logs logs) {
      if (logs.level().compareTo(Effect.Level.INFO) >= 0) {
        add(in, call, Kind.DISK, Sizes.LOG_RECORD, "writes a log record", result);
      }
    } else if (effect instanceof Effect.GlobalInterpreter) {
      result.natives.put(call.callee().toString(), step(in, call, "enters native code"));
      add(in, call, Kind.OTHER, NATIVE, "runs in an interpreter with one lock", result);
      result.guessed = true;
    } else if (effect instanceof Effect.Promises) {
      result.async = true;
    }
  }

  /** What is written into a stream by somebody else passes through what that stream does to it. */
  private void poured(MethodFacts in, Op.Call call, Place place, Tally result) {
    Optional<Value> into = Devices.at(call, place);
    if (place.receiver() || call.callee().constructor() || into.isEmpty()) {
      return;
    }
    for (Origin origin : linked.origins(in, into.get())) {
      if (origin.value() instanceof Value.New made) {
        MethodRef write = new MethodRef(made.type(), "write", "([BII)V");
        for (Effect.Computes computes :
            linked.catalogue().effectsOf(write, linked.facts()::supertypes).computes()) {
          Interval nanos = computes.nanos().times(Sizes.CONTENT);
          add(in, call, computes.kind(), nanos, computes.kind().word(), result);
        }
      }
    }
  }

  private void add(
      MethodFacts in, Op.Call call, Kind kind, Interval nanos, String does, Tally result) {
    String callee = call.callee().simpleOwner() + "." + call.callee().name();
    Spot at = in.spot(call.line(), callee + " (" + does + ")");
    result.add(kind, nanos, new Step(at, Optional.empty(), nanos.middle()));
  }

  /** The length of a sleep, when it is a constant. */
  private Optional<Interval> length(MethodFacts in, Op.Call call, Effect.Waits waits) {
    return waits.kind() == Kind.SLEEP
        ? waits.timeout().flatMap(timeout -> constant(in, call, timeout))
        : Optional.empty();
  }

  /** A timeout that is a constant, ns. */
  Optional<Interval> constant(MethodFacts in, Op.Call call, Timeout timeout) {
    Optional<Value> amount = Devices.at(call, timeout.amount());
    Optional<Number> number =
        amount
            .map(value -> linked.origins(in, value))
            .filter(origins -> origins.size() == 1)
            .map(origins -> origins.get(0).value())
            .filter(Value.Constant.class::isInstance)
            .map(value -> ((Value.Constant) value).value())
            .filter(Number.class::isInstance)
            .map(Number.class::cast);
    double unit =
        timeout.unit().map(place -> unit(call, place)).orElse(1.0 * timeout.nanosPerUnit());
    return unit == 0
        ? Optional.empty()
        : number.map(n -> Interval.of(Math.max(0, n.doubleValue() * unit)));
  }

  /** Nanoseconds of a TimeUnit constant, 0 when it is not one. */
  private static double unit(Op.Call call, Place place) {
    if (Devices.at(call, place).orElse(new Value.Null()) instanceof Value.FieldOf field) {
      return switch (field.field().name()) {
        case "NANOSECONDS" -> 1;
        case "MICROSECONDS" -> 1e3;
        case "MILLISECONDS" -> 1e6;
        case "SECONDS" -> 1e9;
        case "MINUTES" -> 6e10;
        case "HOURS" -> 3.6e12;
        case "DAYS" -> 8.64e13;
        default -> 0;
      };
    }
    return 0;
  }

  private void callsBack(MethodFacts in, Op.Call call, Effect.CallsBack effect, Tally result) {
    Optional<Interval> times = times(in, call, effect);
    Optional<Value> callback = Devices.at(call, effect.callback());
    if (times.isPresent() && callback.isPresent()) {
      Step step = step(in, call, "calls back");
      double wait = result.waiting().middle();
      double cpu = result.cpu.middle();
      run(in, call, callback.get(), effect.via(), times.get(), result, step);
      if (effect.times() == Effect.Times.MISS) {
        result.missed(wait, cpu, 1, 1);
      }
    }
  }

  /** Runs per call; empty for a stage that only a terminal operation runs, and for failures. */
  private Optional<Interval> times(MethodFacts in, Op.Call call, Effect.CallsBack effect) {
    return switch (effect.times()) {
      case ONCE -> Optional.of(Interval.of(1));
      case MAYBE -> Optional.of(new Interval(0, 0.5, 1));
      case MISS -> Optional.of(new Interval(0, 0.1, 1));
      case EACH -> Optional.of(elements(in, call, effect));
      case SORTING ->
          isStage(call)
              ? Optional.empty()
              : Optional.of(elements(in, call, effect).times(SORT_PASSES));
      case LAZY, ERROR -> Optional.empty();
    };
  }

  private Interval elements(MethodFacts in, Op.Call call, Effect.CallsBack effect) {
    Optional<Value> of = effect.of().flatMap(place -> Devices.at(call, place));
    return of.map(value -> amounts.elements(in, value)).orElseGet(() -> elements(in, call));
  }

  /** Elements of a collection or an array. */
  Interval elements(MethodFacts in, Value value) {
    return amounts.elements(in, value);
  }

  /** Elements of a collection, or of what a stream was made of at its source. */
  Interval elements(MethodFacts in, Op.Call call) {
    MethodFacts at = in;
    Op.Call stage = call;
    double each = 1;
    for (int i = 0; i < STAGES; i++) {
      Optional<Stage> before = before(at, stage).filter(Calls::streams);
      if (before.isEmpty()) {
        break;
      }
      at = before.get().in();
      stage = before.get().call();
      each = flattens(stage) ? Sizes.PARTS.middle() : each;
    }
    return amounts.behind(at, stage).times(each);
  }

  /** Whether each element becomes several. */
  private static boolean flattens(Op.Call stage) {
    return stage.callee().name().startsWith("flatMap")
        || stage.callee().name().startsWith("mapMulti");
  }

  private static boolean streams(Stage stage) {
    return stage.call().callee().owner().startsWith("java.util.stream.")
        || stage.call().callee().name().endsWith("tream");
  }

  /** Runs the lazy stages behind a terminal operation, from the last to the source. */
  private void stages(MethodFacts in, Op.Call terminal, Interval elements, Tally result) {
    MethodFacts at = in;
    Op.Call stage = terminal;
    Interval here = elements;
    for (int i = 0; i < STAGES; i++) {
      Optional<Stage> before = before(at, stage);
      if (before.isEmpty()) {
        return;
      }
      at = before.get().in();
      stage = before.get().call();
      boolean one = here.middle() <= Sizes.UNTIL_FOUND.middle() || !flattens(stage);
      here = one ? here : here.times(1 / Sizes.PARTS.middle());
      runStage(new Stage(at, stage), in, terminal, here, result);
    }
  }

  /** Whether a call only adds to a stream what will be done when that is consumed. */
  private boolean isStage(Op.Call call) {
    return call.how() != Op.How.STATIC
        && call.callee().owner().startsWith("java.util.stream.")
        && call.callee().descriptor().endsWith("Stream;")
        && !linked.effects(call).has(Effect.Terminal.class);
  }

  /** Runs one lazy stage: its callbacks, and what it computes itself, such as sorting. */
  private void runStage(
      Stage stage, MethodFacts in, Op.Call terminal, Interval elements, Tally result) {
    Effects effects = linked.effects(stage.call());
    if (isStage(stage.call())) {
      for (Effect.Computes computes : effects.computes()) {
        double share = elements.middle() / Sizes.CATALOGUED;
        add(
            in,
            terminal,
            computes.kind(),
            computes.nanos().times(share),
            computes.kind().word(),
            result);
      }
    }
    for (Effect.CallsBack effect : effects.callsBack()) {
      Optional<Value> callback = Devices.at(stage.call(), effect.callback());
      boolean sorts = effect.times() == Effect.Times.SORTING;
      if (callback.isPresent() && (sorts || effect.times() == Effect.Times.LAZY)) {
        Step step = step(in, terminal, "runs the stages");
        Interval times = sorts ? elements.times(SORT_PASSES) : elements;
        runStage(stage.in(), callback.get(), effect.via(), in, terminal, times, result, step);
      }
    }
  }

  private void runStage(
      MethodFacts at,
      Value callback,
      List<String> via,
      MethodFacts in,
      Op.Call terminal,
      Interval elements,
      Tally result,
      Step step) {
    if (isParameter(at, callback) && at.ref().equals(in.ref())) {
      run(in, terminal, callback, via, elements, result, step);
      return;
    }
    libraryMethods(at, callback, elements, in, terminal, result);
    List<MethodFacts> bodies = linked.tasks(at, callback, via);
    for (MethodFacts body : bodies) {
      task(in, terminal, body, elements.times(1.0 / bodies.size()), result);
    }
  }

  /** One call of a pipeline. */
  record Stage(MethodFacts in, Op.Call call) {}

  /** The stage that a stage was called on. */
  Optional<Stage> before(MethodFacts in, Op.Call stage) {
    if (stage.receiver().isEmpty()) {
      return Optional.empty();
    }
    return linked.origins(in, stage.arguments().get(0)).stream()
        .filter(origin -> origin.value() instanceof Value.Result)
        .findFirst()
        .flatMap(
            origin ->
                linked
                    .call(origin.in(), ((Value.Result) origin.value()).op())
                    .map(call -> new Stage(origin.in(), call)));
  }

  /** Waiting for a handle costs what the work behind it takes. */
  private void joins(MethodFacts in, Op.Call call, Effect.Joins joins, Tally result) {
    Optional<Value> handle = Devices.at(call, joins.place());
    double before = result.waiting().middle();
    boolean found = handle.isPresent() && joined(in, call, in, handle.get(), 0, result);
    double waits = result.waiting().middle() - before;
    if (found && waits < Labels.WAIT_MATTERS && in.isPublic()) {
      // What is done when one caller joins it need not be when others do.
      found = !isParameter(in, handle.get());
    }
    // Handles in a collection were made before the first of them is waited for.
    result.gathers |= found && fromCollection(handle.get());
    if (!found && !startedHere(in, call, result)) {
      Interval nanos =
          joins.timeout().flatMap(t -> constant(in, call, t)).orElse(Sizes.OTHER_THREAD);
      Interval bounded = nanos.middle() > Sizes.OTHER_THREAD.middle() ? Sizes.OTHER_THREAD : nanos;
      add(in, call, Kind.LOCK, bounded, "waits for another thread", result);
    }
  }

  private static boolean fromCollection(Value handle) {
    return handle instanceof Value.Result result
        && result.callee().owner().startsWith("java.util.")
        && !result.callee().owner().startsWith("java.util.concurrent.");
  }

  /**
   * A handle that comes out of a collection is one of those that this method had made, if it had
   * any made: futures are gathered in a list and joined one by one.
   */
  private boolean startedHere(MethodFacts in, Op.Call join, Tally result) {
    boolean found = false;
    double before = result.waiting().middle();
    for (Op.Call call : in.calls()) {
      if (startsAndWaits(linked.effects(call))) {
        // Its answers are there when it returns.
        result.gathers = true;
        return true;
      }
      if (linked.catalogue().returnsPromise(call.callee(), linked.facts()::supertypes)
          && linked.effects(call).joins().isEmpty()) {
        Value made = new Value.Result(call.id(), call.callee());
        found |= joined(in, join, in, made, 0, result);
      }
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Lambda && linked.effects(call).joins().isEmpty()) {
          found |= madeBy(in, join, argument, result);
        }
      }
    }
    result.gathers |= found;
    return found && result.waiting().middle() > before;
  }

  /** Handles that a callback returns, as in {@code sources.stream().map(this::fetchLater)}. */
  private boolean madeBy(MethodFacts in, Op.Call join, Value callback, Tally result) {
    boolean found = false;
    for (MethodFacts body : linked.tasks(in, callback, List.of())) {
      if (linked.catalogue().returnsPromise(body.ref(), linked.facts()::supertypes)) {
        for (Value handle : returns(body)) {
          found |= joined(in, join, body, handle, 0, result);
        }
      }
    }
    return found;
  }

  static List<Value> returns(MethodFacts body) {
    return body.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Return.class::isInstance)
        .flatMap(op -> ((Op.Return) op).value().stream())
        .toList();
  }

  /** Adds the wait for each thing that a handle may be of; false when none is known. */
  private boolean joined(
      MethodFacts in, Op.Call call, MethodFacts at, Value handle, int depth, Tally result) {
    boolean found = false;
    for (Origin origin : depth > STAGES ? List.<Origin>of() : linked.origins(at, handle)) {
      if (origin.value() instanceof Value.Result made) {
        Optional<Op.Call> maker = linked.call(origin.in(), made.op());
        found |= maker.isPresent() && joined(in, call, origin.in(), maker.get(), depth, result);
      }
    }
    return found;
  }

  private boolean joined(
      MethodFacts in, Op.Call call, MethodFacts madeIn, Op.Call maker, int depth, Tally result) {
    Effects effects = linked.effects(maker);
    Optional<Effect.Promises> promise = effects.promises();
    if (promise.isPresent()) {
      add(in, call, promise.get().kind(), promise.get().nanos(), "waits for the answer", result);
      return true;
    }
    boolean found = false;
    for (Effect.Wraps wraps : effects.wraps()) {
      Optional<Value> inner = Devices.at(maker, wraps.place());
      found |= inner.isPresent() && joined(in, call, madeIn, inner.get(), depth + 1, result);
    }
    for (Effect.Starts starts : effects.starts()) {
      for (MethodFacts task : linked.tasks(madeIn, maker, starts.task(), starts.via())) {
        Tally work = known.apply(task);
        Spot at = in.spot(call.line(), "waits for " + task.ref().name());
        work.parts.forEach(
            (kind, nanos) -> {
              Kind waited = kind.waits() ? kind : Kind.LOCK;
              result.add(waited, nanos, new Step(at, Optional.of(task.ref()), nanos.middle()));
            });
        result.add(Kind.LOCK, work.cpu, new Step(at, Optional.of(task.ref()), 0));
        found |= work.missing.isEmpty() || !work.waiting().isZero();
      }
    }
    return found;
  }
}
