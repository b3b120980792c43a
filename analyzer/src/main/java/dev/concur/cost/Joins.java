package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Bound;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Charges whoever waits for a handle with what the work behind it takes. */
final class Joins {

  /** Handles that are made of handles; deeper nests are not followed. */
  private static final int NESTING = 20;

  /** How far a pipeline is followed back to its source. */
  private static final int STAGES = 20;

  private static final String FORKED = "java.util.concurrent.ForkJoinTask";

  private static final Interval ONE = Interval.of(1);

  private final Calls calls;
  private final Linked linked;
  private final Function<MethodFacts, Tally> known;

  Joins(Calls calls, Linked linked, Function<MethodFacts, Tally> known) {
    this.calls = calls;
    this.linked = linked;
    this.known = known;
  }

  /** Whether it waits for the tasks that it starts: {@code invokeAll}. */
  static boolean startsAndWaits(Effects effects) {
    return !effects.starts().isEmpty() && !effects.waits().isEmpty();
  }

  /** Waiting for a handle costs what the work behind it takes. */
  void joins(MethodFacts in, Op.Call call, Effect.Joins joins, Tally result) {
    Optional<Value> handle = Devices.at(call, joins.place());
    if (handle.isPresent() && runsHere(in, call, handle.get(), result)) {
      return;
    }
    double before = result.waiting().middle();
    boolean found = handle.isPresent() && new Search(in, call, result).joined(in, handle.get(), 0);
    double waits = result.waiting().middle() - before;
    if (found && waits < Bound.WAIT_MATTERS && in.isPublic()) {
      // What is done when one caller joins it need not be when others do.
      found = !Calls.isParameter(in, handle.get());
    }
    // Handles in a collection were made before the first of them is waited for.
    result.gathers |= found && fromCollection(handle.get());
    boolean runs = linked.effects(call).has(Effect.Terminal.class);
    boolean here = runs && handle.isPresent() && runsOnCaller(in, handle.get(), 0);
    if (!found && !here && !startedHere(in, call, result)) {
      Interval nanos =
          joins
              .timeout()
              .flatMap(t -> calls.timeouts.constant(in, call, t))
              .orElse(Sizes.OTHER_THREAD);
      Interval bounded = nanos.middle() > Sizes.OTHER_THREAD.middle() ? Sizes.OTHER_THREAD : nanos;
      calls.said.add(in, call, Kind.LOCK, bounded, "waits for another thread", result);
    }
  }

  /**
   * A task that was forked by the method that joins it is mostly run by whoever joins it: nobody
   * else has taken it, or this thread runs something of the same sort meanwhile.
   */
  private boolean runsHere(MethodFacts in, Op.Call call, Value handle, Tally result) {
    if (!linked.subtype(call.callee().owner(), FORKED)) {
      return false;
    }
    List<Origin> origins = linked.origins(in, handle);
    boolean made = !origins.isEmpty() && origins.stream().allMatch(Joins::madeHere);
    if (made) {
      Step step = calls.step(in, call, "runs what was forked");
      calls.callbacks.run(in, call, handle, List.of("compute", "exec"), ONE, result, step);
    }
    return made;
  }

  /**
   * Whether all stages of a reactive pipeline, back to elements that are there already, run on the
   * thread that asks for the end of it: none moves it to a scheduler, starts something or answers
   * with a pipeline of its own. Then nobody is waited for. What its stages themselves wait for is
   * counted where they run.
   */
  private boolean runsOnCaller(MethodFacts at, Value handle, int depth) {
    List<Origin> origins = depth > STAGES ? List.of() : linked.origins(at, handle);
    return !origins.isEmpty() && origins.stream().allMatch(made -> madeOnCaller(made, depth));
  }

  private boolean madeOnCaller(Origin origin, int depth) {
    Optional<Op.Call> maker =
        origin.value() instanceof Value.Result made
            ? linked.call(origin.in(), made.op())
            : Optional.empty();
    if (maker.isEmpty() || !stays(origin.in(), maker.get())) {
      return false;
    }
    Effects effects = linked.effects(maker.get());
    boolean source = maker.get().receiver().isEmpty();
    return source
        ? effects.inMemory() || !effects.wraps().isEmpty() || !effects.callsBack().isEmpty()
        : effects.wraps().stream().anyMatch(wraps -> wraps.place().equals(Place.THIS))
            && runsOnCaller(origin.in(), maker.get().arguments().get(0), depth + 1);
  }

  /** Whether a stage neither leaves the thread nor asks for pipelines that may. */
  private boolean stays(MethodFacts in, Op.Call stage) {
    Effects effects = linked.effects(stage);
    boolean leaves =
        effects.has(Effect.Moves.class)
            || effects.promises().isPresent()
            || !effects.starts().isEmpty();
    return !leaves
        && stage.arguments().stream()
            .skip(stage.receiver().isEmpty() ? 0 : 1)
            .noneMatch(value -> givesPipeline(in, value));
  }

  /** Whether an argument is a pipeline or a callback that answers with one. */
  private boolean givesPipeline(MethodFacts in, Value value) {
    return linked.origins(in, value).stream()
            .map(Origin::value)
            .anyMatch(made -> made instanceof Value.Result given && promises(given.callee()))
        || linked.tasks(in, value, List.of()).stream().anyMatch(body -> promises(body.ref()));
  }

  private boolean promises(MethodRef method) {
    return linked.catalogue().returnsPromise(method, linked.facts()::supertypes);
  }

  private static boolean madeHere(Origin origin) {
    return origin.value() instanceof Value.New;
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
    Search search = new Search(in, join, result);
    for (Op.Call call : in.calls()) {
      if (startsAndWaits(linked.effects(call))) {
        // Its answers are there when it returns.
        result.gathers = true;
        return true;
      }
      if (linked.catalogue().returnsPromise(call.callee(), linked.facts()::supertypes)
          && linked.effects(call).joins().isEmpty()) {
        Value made = new Value.Result(call.id(), call.callee());
        found |= search.joined(in, made, 0);
      }
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Lambda && linked.effects(call).joins().isEmpty()) {
          found |= madeBy(in, argument, search);
        }
      }
    }
    result.gathers |= found;
    return found && result.waiting().middle() > before;
  }

  /** Handles that a callback returns, as in {@code sources.stream().map(this::fetchLater)}. */
  private boolean madeBy(MethodFacts in, Value callback, Search search) {
    boolean found = false;
    for (MethodFacts body : linked.tasks(in, callback, List.of())) {
      if (linked.catalogue().returnsPromise(body.ref(), linked.facts()::supertypes)) {
        for (Value handle : returns(body)) {
          found |= search.joined(body, handle, 0);
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

  /** Adds the wait for what a call itself starts; false when nothing is known of it. */
  boolean joined(MethodFacts in, Op.Call call, Tally result) {
    return new Search(in, call, result).joined(in, call, 0);
  }

  /**
   * One wait for whatever a handle may be of. Handles are made of handles that are made of others,
   * and many ways lead back to the same one: each is waited for once.
   */
  private final class Search {
    private final MethodFacts in;
    private final Op.Call call;
    private final Tally result;
    private final Set<CallSite> seen = new HashSet<>();

    Search(MethodFacts in, Op.Call call, Tally result) {
      this.in = in;
      this.call = call;
      this.result = result;
    }

    /** Adds the wait for each thing that a handle may be of; false when none is known. */
    boolean joined(MethodFacts at, Value handle, int depth) {
      boolean found = false;
      for (Origin origin : depth > NESTING ? List.<Origin>of() : linked.origins(at, handle)) {
        if (origin.value() instanceof Value.Result made) {
          Optional<Op.Call> maker = linked.call(origin.in(), made.op());
          found |= maker.isPresent() && joined(origin.in(), maker.get(), depth);
        }
      }
      return found;
    }

    boolean joined(MethodFacts madeIn, Op.Call maker, int depth) {
      if (!seen.add(CallSite.of(madeIn, maker))) {
        return false;
      }
      Effects effects = linked.effects(maker);
      Optional<Effect.Promises> promise = effects.promises();
      if (promise.isPresent()) {
        calls.said.add(
            in, call, promise.get().kind(), promise.get().nanos(), "waits for the answer", result);
        return true;
      }
      boolean found = false;
      for (Effect.Wraps wraps : effects.wraps()) {
        Optional<Value> inner = Devices.at(maker, wraps.place());
        found |= inner.isPresent() && joined(madeIn, inner.get(), depth + 1);
      }
      for (Effect.Starts starts : effects.starts()) {
        for (MethodFacts task : linked.tasks(madeIn, maker, starts.task(), starts.via())) {
          found |= task(task);
        }
        if (found) {
          starts
              .delay()
              .flatMap(delay -> calls.timeouts.constant(madeIn, maker, delay))
              .ifPresent(nanos -> waitsForTimer(in, call, nanos, result));
        }
      }
      return found;
    }

    /** Adds the wait for a task; whether it is known what that does. */
    private boolean task(MethodFacts task) {
      Tally work = known.apply(task);
      Where at = new Where(in, call.line(), new Where.Words("waits for " + task.ref().name()));
      work.parts.forEach(
          (kind, nanos) -> {
            Kind waited = kind.waits() ? kind : Kind.LOCK;
            result.add(waited, nanos, new Step(at, Optional.of(task), nanos.middle()));
          });
      double plain = Math.max(0, work.cpu.middle() - work.named());
      Interval rest = new Interval(0, plain, Math.max(plain, work.cpu.high()));
      result.add(Kind.LOCK, rest, new Step(at, Optional.of(task), 0));
      return work.missing.isEmpty() || !work.waiting().isZero();
    }
  }

  /** A task that a timer runs later is waited for at least until then. */
  private void waitsForTimer(MethodFacts in, Op.Call call, Interval nanos, Tally result) {
    calls.said.add(in, call, Kind.LOCK, nanos, "waits for a timer", result);
  }
}
