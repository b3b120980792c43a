package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassKeys;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Charges a call with what the catalogue says of it. */
final class Said {

  static final double SORT_PASSES = 6;

  /** Share of lookups by a class that find none: each class is met once, and asked for often. */
  private static final double MISSED_CLASS = 0.001;

  private static final Interval ONE = Interval.of(1);

  /** Calls that cost less, of no kind, count to what the caller does, ns. */
  private static final double UNNAMED = 1_000;

  /** Of so many warnings and errors that the code can write, an ordinary run writes one; ours. */
  private static final double WARNED = 0.05;

  private static final Pattern FORGETS = Pattern.compile("invalidate\\w*|evict\\w*|remove|clear");

  /** Streams in streams; deeper nests are not followed. */
  private static final int NESTING = 4;

  private static final List<String> READERS = List.of("java.io.InputStream", "java.io.Reader");

  private final Calls calls;
  private final Linked linked;
  private final Quantities quantities;
  private final MemoryDatabases inMemory;
  private final NonBlocking nonBlocking;

  Said(Calls calls, Linked linked, Quantities quantities) {
    this.calls = calls;
    this.linked = linked;
    this.quantities = quantities;
    this.inMemory = new MemoryDatabases(linked);
    this.nonBlocking = new NonBlocking(linked);
  }

  // What the catalogue says of a call.

  void effects(MethodFacts in, Op.Call call, Effects effects, Tally result) {
    if (warns(effects)) {
      Tally written = new Tally();
      all(in, call, effects, written);
      seldom(written, result);
    } else {
      all(in, call, effects, result);
    }
  }

  /**
   * What the catalogue says of one element that a terminal operation consumes, of as many as are
   * assumed: what is known of one does not hang on how many there are.
   */
  Tally element(MethodFacts in, Op.Call terminal, Interval assumed) {
    List<Effect> all = linked.effects(terminal).all();
    Tally rest = new Tally();
    all.stream()
        .filter(effect -> !ofElement(terminal, effect))
        .forEach(effect -> effect(in, terminal, effect, rest));
    Tally each = rest.share(1 / Math.max(1, assumed.middle()));
    for (Effect effect : all) {
      if (ofElement(terminal, effect) && effect instanceof Effect.CallsBack back) {
        runs(in, terminal, back, ONE, each);
      } else if (ofElement(terminal, effect)) {
        each.compute(Sizes.SMALL_CALL);
        calls.pipelines.stages(in, terminal, ONE, each);
      }
    }
    return each;
  }

  /**
   * Whether it is done for each element. A collector is made of several functions, of which some
   * run once a group or at the end.
   */
  private static boolean ofElement(Op.Call terminal, Effect effect) {
    return effect instanceof Effect.Terminal
        || (effect instanceof Effect.CallsBack back
            && back.times() == Effect.Times.EACH
            && Devices.at(terminal, back.callback()).stream()
                .noneMatch(Value.Result.class::isInstance));
  }

  private static boolean warns(Effects effects) {
    return effects.all().stream()
        .anyMatch(
            effect ->
                effect instanceof Effect.Logs logs
                    && logs.level().compareTo(Effect.Level.INFO) > 0);
  }

  /** What only few runs meet. */
  private static void seldom(Tally all, Tally result) {
    all.parts.forEach(
        (kind, nanos) -> {
          Step step = all.steps.get(kind);
          if (step != null) {
            result.add(kind, nanos.times(WARNED), step, WARNED);
          }
        });
    all.symbolic.forEach(effect -> result.symbolic(effect.with(effect.times().times(WARNED))));
    result.compute(Sizes.SMALL_CALL);
  }

  private void all(MethodFacts in, Op.Call call, Effects effects, Tally result) {
    boolean forTasks = Joins.startsAndWaits(effects) && calls.joins.joined(in, call, result);
    for (Effect effect : effects.all()) {
      if (!(forTasks && effect instanceof Effect.Waits)) {
        effect(in, call, effect, result);
      }
    }
    if (effects.computes().isEmpty()) {
      result.compute(Sizes.call(call.callee().owner()));
    }
  }

  /** Whether it hands callbacks to a pipeline that runs on another thread. */
  private boolean subscribesElsewhere(MethodFacts in, Op.Call call) {
    return linked.effects(call).has(Effect.Terminal.class)
        && calls.pipelines.endsElsewhere(in, call);
  }

  private void effect(MethodFacts in, Op.Call call, Effect effect, Tally result) {
    if (effect instanceof Effect.Waits waits
        && waits.kind() == Kind.DATABASE
        && inMemory.asked(in, call)) {
      Interval nanos = waits.nanos().times(MemoryDatabases.OF_NETWORK);
      add(in, call, Kind.OTHER, nanos, "asks a database in memory", result);
    } else if (effect instanceof Effect.Waits waits
        && waits.kind() == Kind.NETWORK
        && nonBlocking.asked(in, call)) {
      result.compute(Sizes.SOCKET_CALL);
    } else if (effect instanceof Effect.Waits waits) {
      Interval nanos = calls.timeouts.length(in, call, waits).orElse(waits.nanos());
      add(in, call, waits.kind(), nanos, "waits: " + waits.kind().word(), result);
      if (waits.kind() == Kind.DISK && Durable.opens(in, call)) {
        add(in, call, Kind.DISK, Durable.WRITE, "writes reach the disk", result);
      }
    } else if (effect instanceof Effect.WaitsAs waits) {
      Devices.bound(call, waits.place())
          .ifPresent(
              value ->
                  calls.streams.device(
                      in,
                      value,
                      Interval.of(waits.share()),
                      waits.otherwise(),
                      result,
                      calls.step(in, call, "waits as its device does")));
      poured(in, call, waits, result);
    } else if (effect instanceof Effect.Computes && calls.pipelines.isStage(call)) {
      // What a stage computes, it computes when the stream is consumed.
      return;
    } else if (effect instanceof Effect.Computes computes) {
      Interval nanos = computes.nanos().times(quantities.computing().times(in, call, computes));
      if (computes.kind() == Kind.OTHER && nanos.middle() < UNNAMED) {
        result.compute(nanos);
      } else {
        add(in, call, computes.kind(), nanos, computes.kind().word(), result);
      }
      computes
          .sizedBy()
          .flatMap(place -> Devices.at(call, place))
          .filter(value -> Calls.isParameter(in, value))
          .ifPresent(
              value ->
                  result.sized.merge(
                      ((Value.Parameter) value).index(), nanos.middle(), Double::sum));
    } else if (effect instanceof Effect.CallsBack && subscribesElsewhere(in, call)) {
      result.async = true;
    } else if (effect instanceof Effect.CallsBack callsBack) {
      callsBack(in, call, callsBack, result);
    } else if (effect instanceof Effect.Terminal terminal) {
      Interval elements = terminal.early() ? Sizes.UNTIL_FOUND : calls.pipelines.elements(in, call);
      result.compute(Sizes.SMALL_CALL.times(elements));
      calls.pipelines.stages(in, call, elements, result);
    } else if (effect instanceof Effect.Starts starts) {
      result.async |= !joinsItself(in, call, starts);
    } else if (effect instanceof Effect.Joins joins) {
      calls.joins.joins(in, call, joins, result);
    } else if (effect instanceof Effect.Awaits awaits) {
      Interval nanos =
          awaits
              .timeout()
              .flatMap(t -> calls.timeouts.constant(in, call, t))
              // A limit says when patience ends, not when the signal comes.
              .filter(limit -> limit.middle() <= Sizes.OTHER_THREAD.middle())
              .orElse(Sizes.OTHER_THREAD);
      add(in, call, Kind.LOCK, nanos, "waits for a signal", result);
    } else if (effect instanceof Effect.Logs logs) {
      if (logs.level().compareTo(Effect.Level.INFO) >= 0) {
        add(in, call, Kind.DISK, Sizes.LOG_RECORD, "writes a log record", result);
      }
    } else if (effect instanceof Effect.GlobalInterpreter) {
      result.natives.put(call.callee().toString(), calls.step(in, call, "enters native code"));
      add(in, call, Kind.OTHER, Calls.NATIVE, "runs in an interpreter with one lock", result);
      result.guessed = true;
    } else if (effect instanceof Effect.Promises) {
      result.async = true;
    }
  }

  /** Whether the method waits for the very task that it starts: then it returns no sooner. */
  private boolean joinsItself(MethodFacts in, Op.Call call, Effect.Starts starts) {
    Optional<Value> task = Devices.at(call, starts.task());
    return task.isPresent()
        && in.calls().stream()
            .anyMatch(
                other ->
                    linked.effects(other).joins().stream()
                        .anyMatch(joins -> Devices.at(other, joins.place()).equals(task)));
  }

  /**
   * What goes through a stream also goes through those that it wraps: text that is printed into a
   * compressing stream is compressed. What the stream itself does, its own line says.
   */
  private void poured(MethodFacts in, Op.Call call, Effect.WaitsAs waits, Tally result) {
    Optional<Value> stream = Devices.at(call, waits.place());
    if (call.callee().constructor() || stream.isEmpty()) {
      return;
    }
    boolean own = waits.place().receiver();
    double blocks = own ? waits.share() : Sizes.CONTENT;
    List<Origin> origins = linked.origins(in, stream.get());
    for (Origin origin : origins) {
      through(in, call, origin, own, blocks / origins.size(), 0, result);
    }
  }

  private void through(
      MethodFacts in,
      Op.Call call,
      Origin stream,
      boolean skip,
      double blocks,
      int depth,
      Tally result) {
    if (depth > NESTING || !(stream.value() instanceof Value.New made)) {
      return;
    }
    if (!skip) {
      boolean reads = READERS.stream().anyMatch(type -> linked.subtype(made.type(), type));
      MethodRef inside =
          reads
              ? new MethodRef(made.type(), "read", "([BII)I")
              : new MethodRef(made.type(), "write", "([BII)V");
      for (Effect.Computes computes :
          linked.catalogue().effectsOf(inside, linked.facts()::supertypes).computes()) {
        Interval nanos = computes.nanos().times(blocks);
        add(in, call, computes.kind(), nanos, computes.kind().word(), result);
      }
    }
    Optional<Op.Call> maker = Devices.constructor(stream);
    List<Effect.Wraps> wraps = maker.map(linked::effects).map(Effects::wraps).orElse(List.of());
    for (Effect.Wraps inner : wraps) {
      List<Origin> wrapped =
          Devices.at(maker.orElseThrow(), inner.place())
              .map(value -> linked.origins(stream.in(), value))
              .orElse(List.of());
      double share = blocks / Math.max(1, wrapped.size());
      wrapped.forEach(origin -> through(in, call, origin, false, share, depth + 1, result));
    }
  }

  void add(MethodFacts in, Op.Call call, Kind kind, Interval nanos, String does, Tally result) {
    Where at = new Where(in, call.line(), new Where.Calls(call.callee(), "(" + does + ")"));
    result.add(kind, nanos, new Step(at, Optional.empty(), nanos.middle()));
  }

  private void callsBack(MethodFacts in, Op.Call call, Effect.CallsBack effect, Tally result) {
    times(in, call, effect).ifPresent(times -> runs(in, call, effect, times, result));
  }

  private void runs(
      MethodFacts in, Op.Call call, Effect.CallsBack effect, Interval times, Tally result) {
    Optional<Value> callback = Devices.at(call, effect.callback());
    if (callback.isPresent()) {
      Step step = calls.step(in, call, "calls back");
      double wait = result.waiting().middle();
      double cpu = result.cpu.middle();
      calls.callbacks.run(in, call, callback.get(), effect.via(), times, result, step);
      if (effect.times() == Effect.Times.MISS && !forgotten(in, call)) {
        result.missed(wait, cpu, 1, 1);
      }
    }
  }

  /** Runs per call; empty for a stage that only a terminal operation runs, and for failures. */
  private Optional<Interval> times(MethodFacts in, Op.Call call, Effect.CallsBack effect) {
    return switch (effect.times()) {
      case ONCE -> Optional.of(Interval.of(1));
      case MAYBE -> Optional.of(new Interval(0, 0.5, 1));
      case MISS -> Optional.of(missing(in, call));
      case EACH -> Optional.of(elements(in, call, effect));
      case SORTING ->
          calls.pipelines.isStage(call)
              ? Optional.empty()
              : Optional.of(elements(in, call, effect).times(SORT_PASSES));
      case LAZY, ERROR -> Optional.empty();
    };
  }

  /** How often a cache has not got what is looked up. */
  private static Interval missing(MethodFacts in, Op.Call call) {
    if (forgotten(in, call)) {
      return Interval.of(1);
    }
    boolean byClass = call.parameters() > 0 && ClassKeys.is(call.parameter(0));
    return new Interval(0, byClass ? MISSED_CLASS : 0.1, 1);
  }

  /** Whether the method has just made a cache forget what it looks up: then it is a miss. */
  private static boolean forgotten(MethodFacts in, Op.Call lookup) {
    return lookup.receiver().isPresent()
        && in.calls().stream()
            .filter(
                call -> call.id() < lookup.id() && FORGETS.matcher(call.callee().name()).matches())
            .anyMatch(call -> call.receiver().equals(lookup.receiver()));
  }

  private Interval elements(MethodFacts in, Op.Call call, Effect.CallsBack effect) {
    Optional<Value> of = effect.of().flatMap(place -> Devices.at(call, place));
    return of.map(value -> quantities.amounts().elements(in, value))
        .orElseGet(() -> calls.pipelines.elements(in, call));
  }
}
