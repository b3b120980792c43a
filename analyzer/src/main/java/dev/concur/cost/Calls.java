package dev.concur.cost;

import dev.concur.catalogue.Claim;
import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.link.Targets;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what one execution of a call costs, in the method where it stands. */
final class Calls {

  /** What is said of a function of strangers that gives nothing back. */
  static final String UNSEEN = "runs code that was not seen";

  /** Native code that is not the JDK's: we see nothing of it. */
  static final Interval NATIVE = new Interval(1e2, 5e4, 1e9);

  /** How the descriptor of a method ends that suspends. */
  private static final String CONTINUED = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  /** What a callback computes that runs at least so often has the kind of its body. */
  private static final double REPEATED = 3;

  /** However little a method is given, so much of what it usually computes remains. */
  private static final double LEAST = 1e-3;

  final Callbacks callbacks;
  final StreamWaits streams;
  final Pipelines pipelines;
  final Joins joins;
  final Timeouts timeouts;
  final Said said;
  private final Linked linked;
  private final Changes changes;
  private final Owners owners;
  private final Arguments arguments;
  private final OwnWork ownWork;
  private final Receivers receivers;
  private final Function<MethodFacts, Tally> known;

  /** Whether annotations add something to a call of any of the bodies from another object. */
  private final PerBodies<Boolean> anyProxy;

  /** Whether any of the bodies was not scanned: when scanned code calls it, it is a stranger's. */
  private final PerBodies<Boolean> anyStranger =
      new PerBodies<>(bodies -> bodies.stream().anyMatch(this::strange));

  Calls(
      Linked linked,
      Quantities quantities,
      OwnWork ownWork,
      Receivers receivers,
      Function<MethodFacts, Tally> known) {
    this.linked = linked;
    this.arguments = quantities.arguments();
    this.ownWork = ownWork;
    this.receivers = receivers;
    this.changes = new Changes(linked);
    this.owners = new Owners(linked);
    this.anyProxy =
        new PerBodies<>(
            bodies ->
                bodies.stream().anyMatch(each -> !linked.around(each).equals(Effects.UNSAID)));
    this.known = known;
    Devices devices = new Devices(linked);
    this.callbacks = new Callbacks(this, linked, devices, receivers, known);
    this.streams = new StreamWaits(devices, new Surroundings(linked, devices));
    this.pipelines = new Pipelines(this, linked, quantities.amounts());
    this.joins = new Joins(this, linked, known);
    this.timeouts = new Timeouts(linked);
    this.said = new Said(this, linked, quantities);
  }

  Tally of(MethodFacts in, Op.Call call) {
    Tally result = new Tally();
    Optional<Value.Parameter> callback = callbacks.callbackParameter(in, call);
    if (callback.isPresent()) {
      Step step = step(in, call, "calls back");
      List<String> via = List.of(call.callee().name());
      result.symbolic(Symbolic.runs(callback.get().index(), Interval.of(1), via, step));
      return result;
    }
    Targets targets = linked.targets(in, call);
    changed(in, call, targets, result);
    if (!targets.bodies().isEmpty()) {
      bodies(in, call, receivers.running(in, call, targets.bodies()), result);
    } else if (suspends(call.callee()) && !runsHere(targets.effects())) {
      result.async = true;
      result.guessed |= !targets.effects().known();
      result.compute(Sizes.SMALL_CALL);
    } else if (targets.effects().known()) {
      said.effects(in, call, targets.effects(), result);
      // A general word about a library says less than its code.
      result.presumed |= targets.effects().inherited() && linked.unread(call.callee().owner());
    } else if (targets.callback() && callbacks.runsLibraryMethod(in, call, result)) {
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

  /**
   * Whether a method is one that suspends, by what Kotlin's compiler makes of it: it gives its
   * thread back while it waits, and is gone on with by the continuation.
   */
  private static boolean suspends(MethodRef callee) {
    return callee.descriptor().endsWith(CONTINUED);
  }

  /** Whether a line says more than how long is waited: such as that it runs a block here. */
  private static boolean runsHere(Effects effects) {
    return effects.all().stream()
        .anyMatch(effect -> !(effect instanceof Effect.Waits || effect instanceof Effect.WaitsAs));
  }

  /** Where no body is seen, the word of an annotation is taken. */
  private boolean claimed(MethodFacts in, Op.Call call, Tally result) {
    Optional<Claim> claim = linked.claim(call.callee());
    if (claim.filter(Claim.BLOCKING::equals).isPresent()) {
      said.add(in, call, Kind.LOCK, Sizes.OTHER_THREAD, "is declared to block", result);
      result.guessed = true;
    }
    return claim.isPresent();
  }

  private void bodies(MethodFacts in, Op.Call call, List<MethodFacts> bodies, Tally result) {
    double share = 1.0 / bodies.size();
    if (linked.open(in, call)) {
      result.callsOut(call.callee().owner(), step(in, call, "calls out"));
    }
    List<MethodFacts> running = new ArrayList<>(bodies.size());
    List<Tally> tallies = new ArrayList<>(bodies.size());
    Arguments.Passed passed = arguments.of(in, call);
    boolean throughProxy = throughProxy(in, call) && anyProxy.of(bodies);
    boolean strangers =
        linked.facts().isRoot(in.ref().owner()) && (bodies.size() == 1 || anyStranger.of(bodies));
    for (MethodFacts each : bodies) {
      MethodFacts body = receivers.key(in, call, each);
      Effects around = throughProxy ? linked.around(each) : Effects.UNSAID;
      if (!around.starts().isEmpty()) {
        result.async = true;
      } else if (body.isNative()) {
        result.natives.put(body.ref().toString(), step(in, call, "enters native code"));
        result.add(Kind.OTHER, NATIVE.times(share), step(in, call, "native code, not seen"));
        result.guessed = true;
      } else {
        boolean cached = around.callsBack().stream().anyMatch(c -> c.times() == Effect.Times.MISS);
        Tally sum = resized(passed, call, each, known.apply(body));
        Tally tally = strangers && strange(body) ? Strangers.believed(sum) : sum;
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
      boolean aligned = aligned(call, body);
      for (Symbolic effect : tally.symbolic) {
        if (aligned || effect.somewhere()) {
          apply(in, call, body, effect, share, result);
        }
      }
      if (aligned) {
        tally.sized.forEach((index, nanos) -> sized(in, call, index, nanos * share, result));
        tally.writes.forEach((index, step) -> written(in, call, index, result::writes));
        tally.changes.forEach((index, step) -> written(in, call, index, result::changes));
      }
    }
    // What all bodies do is certain, though each alone is unlikely.
    alternatives.chances().forEach((kind, chance) -> result.likely(kind, chance));
    result.guessed |= bodies.size() > 1;
  }

  private boolean strange(MethodFacts body) {
    return !linked.facts().isRoot(body.ref().owner());
  }

  /** The same for what is given here: a method that is given a name does not read a book. */
  private Tally resized(Arguments.Passed passed, Op.Call call, MethodFacts body, Tally tally) {
    if (tally.sized.isEmpty() || !aligned(call, body) || tally.cpu.middle() <= 0) {
      return tally;
    }
    double nanos = tally.cpu.middle();
    // Loops over one within loops over another multiply; so do the shares of loops side by side,
    // nearly.
    for (Map.Entry<Integer, Double> part : tally.sized.entrySet()) {
      double ratio = passed.ratio(body, part.getKey());
      double share = Math.min(1, part.getValue() / tally.cpu.middle());
      nanos *= 1 + share * (ratio - 1);
    }
    double least = tally.cpu.middle() * LEAST;
    return nanos == tally.cpu.middle() ? tally : tally.computing(Math.max(least, nanos));
  }

  private void sized(MethodFacts in, Op.Call call, int index, double nanos, Tally result) {
    if (index < call.arguments().size()) {
      Value given = arguments.sizing(in, call.arguments().get(index));
      if (given instanceof Value.Parameter own) {
        result.sized.merge(own.index(), nanos, Double::sum);
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

  /** Whether any body of a call writes static state: quicker to say than what the call costs. */
  boolean writesStatic(MethodFacts in, Op.Call call) {
    return linked.targets(in, call).bodies().stream()
        .filter(body -> aligned(call, body) && !body.isNative())
        .filter(body -> linked.around(body).equals(Effects.UNSAID))
        .anyMatch(body -> known.apply(body).writes.containsKey(-1));
  }

  /** Whether arguments and parameters correspond: not so for a lambda behind an interface. */
  private static boolean aligned(Op.Call call, MethodFacts body) {
    boolean sameSort = body.isStatic() == (call.how() == Op.How.STATIC);
    return sameSort && body.ref().name().equals(call.callee().name());
  }

  /** Adds what a callee does, so many times, with this call as the step that leads there. */
  void absorb(
      Tally result, Tally callee, Interval times, MethodFacts in, Op.Call call, MethodFacts body) {
    Ahead ahead = new Ahead(in, call, body);
    double computing = callee.named();
    double often = Math.min(1, times.middle());
    double missedWait = callee.missedWaitShare();
    double waitBefore = missedWait > 0 ? result.waiting().middle() : 0;
    double cpuBefore = result.cpu.middle();
    callee.parts.forEach(
        (kind, nanos) -> {
          Interval scaled = Sizes.repeated(kind, nanos, times);
          double weight = scaled.middle();
          result.add(kind, scaled, weight, () -> ahead.step(weight), often * callee.chance(kind));
        });
    Interval plain =
        new Interval(
            0,
            Math.max(0, callee.cpu.middle() - computing),
            Math.max(callee.cpu.high(), callee.cpu.middle()));
    if (times.middle() >= REPEATED) {
      Interval repeated = Sizes.repeated(plain, times);
      result.add(ownWork.of(receivers.method(body)), repeated, 0, () -> ahead.step(0), 1);
    } else {
      result.compute(Sizes.repeated(plain, times));
    }
    double through = plain.middle() * times.middle();
    if (callee.loop.isPresent() && heaviest(result, through)) {
      result.loop = Optional.of(ahead.step(through));
    }
    if (often >= Tally.BELIEVED) {
      unseen(callee, result, () -> ahead.step(through));
      callee.missing.stream().limit(5).forEach(result.missing::add);
    }
    result.missed(waitBefore, cpuBefore, missedWait, callee.missedCpuShare());
    result.async |= callee.async;
    result.guessed |= callee.guessed;
    // What hardly any execution meets makes nothing unknown, only less certain.
    result.presumed |= callee.presumed || !callee.missing.isEmpty();
  }

  /** What was not seen of a callee was not seen of a call; one step leads to all of it. */
  private static void unseen(Tally callee, Tally result, Supplier<Step> ahead) {
    if (!callee.callsOut.isEmpty() || !callee.natives.isEmpty()) {
      Step step = ahead.get();
      callee.callsOut.keySet().forEach(type -> result.callsOut(type, step));
      callee.natives.keySet().forEach(name -> result.natives.putIfAbsent(name, step));
    }
  }

  /** The step from a call to a body; its place is made only when it is asked for. */
  private static final class Ahead {
    private final MethodFacts in;
    private final Op.Call call;
    private final Optional<MethodFacts> next;
    private @Nullable Where at;

    Ahead(MethodFacts in, Op.Call call, MethodFacts next) {
      this.in = in;
      this.call = call;
      this.next = Optional.of(next);
    }

    Step step(double weight) {
      if (at == null) {
        at = Where.calls(in, call.line(), next.orElseThrow().ref());
      }
      return new Step(at, next, weight);
    }
  }

  private static boolean heaviest(Tally result, double weight) {
    return result.loop.isEmpty() || result.loop.get().weight() < weight;
  }

  static void heavier(Tally result, Step step) {
    if (heaviest(result, step.weight())) {
      result.loop = Optional.of(step);
    }
  }

  private void apply(
      MethodFacts in, Op.Call call, MethodFacts body, Symbolic effect, double share, Tally result) {
    if (effect.parameter() >= call.arguments().size()) {
      return;
    }
    Interval times = effect.times().times(share);
    Where at = Where.calls(in, call.line(), body.ref());
    Step step = new Step(at, Optional.of(body), 0);
    if (effect.somewhere()) {
      streams.somewhere(in, effect.with(times).with(step), result);
      return;
    }
    Value argument = call.arguments().get(effect.parameter());
    if (effect.calls()) {
      callbacks.run(in, call, argument, effect.via(), times, result, step);
    } else if (effect.field().isPresent()) {
      streams.fieldOf(in, argument, receivers.method(body), effect.with(times), result, step);
    } else {
      streams.device(in, argument, times, effect.otherwise(), result, step);
    }
  }

  /** Whose state objects belong to. */
  Owners owners() {
    return owners;
  }

  static boolean isParameter(MethodFacts in, Value value) {
    return value instanceof Value.Parameter parameter
        && !(parameter.index() == 0 && !in.isStatic());
  }

  private void written(MethodFacts in, Op.Call call, int index, BiConsumer<Integer, Step> result) {
    Step step = step(in, call, "writes shared state");
    if (index < 0) {
      result.accept(-1, step);
    } else if (index < call.arguments().size()) {
      owners.root(in, call.arguments().get(index)).ifPresent(root -> result.accept(root, step));
    }
  }

  /** Unseen code that gives nothing back is run for what it changes. */
  private void changed(MethodFacts in, Op.Call call, Targets targets, Tally result) {
    if (targets.callback() && call.callee().descriptor().endsWith(")V")) {
      result.changes(-1, step(in, call, UNSEEN));
    } else if (targets.bodies().isEmpty()) {
      changes
          .of(in, call)
          .flatMap(object -> owners.root(in, object))
          .ifPresent(root -> result.changes(root, step(in, call, "changes shared state")));
    }
  }

  Step step(MethodFacts in, Op.Call call, String does) {
    Where at = new Where(in, call.line(), new Where.Calls(call.callee(), does));
    return new Step(at, Optional.empty(), 0);
  }
}
