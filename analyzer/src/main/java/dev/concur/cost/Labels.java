package dev.concur.cost;

import dev.concur.catalogue.Claim;
import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Bound;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Spot;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what a method adds up to into what we say of it. */
final class Labels {

  private static final int LONGEST_CHAIN = 25;

  /** What a place for a reader takes, with its words; a histogram. */
  private static final int SPOT_BYTES = 200;

  private final Linked linked;
  private final Summaries summaries;
  private final Recent<Tally> closed = Recent.within(Tallies.PART, Tallies.BYTES);
  private final Generations<Where, Spot> spots = Generations.within(Tallies.PART, SPOT_BYTES);

  Labels(Linked linked, Summaries summaries) {
    this.linked = linked;
    this.summaries = summaries;
  }

  Label of(MethodFacts method) {
    Tally waited = closed(method);
    Tally tally = Decision.deciding(waited);
    Decision decision = new Decision(tally, Decision.Sight.of(method));
    Bound bound = decision.bound();
    Set<Kind> kinds = kinds(method, tally, bound);
    List<Spot> evidence = evidence(method, tally, bound, kinds);
    boolean unknown = bound == Bound.UNKNOWN;
    return new Label(
        method.spot(),
        bound,
        kinds,
        waited.likelyWait() >= Bound.WAIT_MATTERS / 2,
        tally.async,
        unknown ? Optional.empty() : Optional.of(decision.cost()),
        decision.confidence(evidence.size()),
        evidence,
        unknown || bound == Bound.LIGHT ? missing(method, tally) : List.copyOf(tally.missing));
  }

  /** The tally with parameters resolved to what all callers of the program pass, evenly weighed. */
  Tally closed(MethodFacts key) {
    Tally open = summaries.of(key);
    if (open.symbolic.isEmpty()) {
      return open;
    }
    Tally known = closed.get(key);
    if (known == null) {
      known = closed(summaries.method(key), open);
      closed.put(key, known);
    }
    return known;
  }

  /** The same for the tally of one call in a method. */
  Tally closed(MethodFacts method, Tally open) {
    if (open.symbolic.isEmpty()) {
      return open.settled();
    }
    Tally closed = open.copy();
    for (Symbolic effect : open.symbolic) {
      close(method, effect, closed);
    }
    return closed.settled();
  }

  private void close(MethodFacts method, Symbolic effect, Tally closed) {
    Value parameter = new Value.Parameter(effect.parameter(), "");
    if (effect.calls()) {
      List<MethodFacts> bodies = linked.behind(method, effect.parameter(), effect.via());
      // With several callers it is a mean of what they hand in.
      closed.guessed |= bodies.size() != 1;
      if (bodies.isEmpty() && !linked.onlyAsked(linked.type(method, effect.parameter()))) {
        closed.callsOut("the caller's callback", effect.step());
      }
      for (MethodFacts body : bodies) {
        Interval times = effect.times().times(1.0 / bodies.size());
        Tally tally = summaries.of(body);
        closed.cpu = closed.cpu.plus(Sizes.repeated(tally.cpu, times));
        tally.parts.forEach(
            (kind, nanos) -> {
              Interval scaled = Sizes.repeated(kind, nanos, times);
              closed.parts.merge(kind, scaled, Interval::plus);
              Step step = new Step(effect.step().at(), Optional.of(body), scaled.middle());
              closed.steps.merge(kind, step, (a, b) -> b.weight() > a.weight() ? b : a);
              double often = Math.min(1, times.middle()) * tally.chance(kind);
              closed.chances.merge(kind, often, Math::max);
            });
      }
    } else {
      Value stream =
          effect
              .field()
              .map(field -> (Value) new Value.FieldOf(field, Optional.empty()))
              .orElse(parameter);
      Devices.Found found = new Devices(linked).behind(method, stream);
      found
          .devices()
          .forEach(
              device -> {
                double part = found.share() / found.devices().size();
                Interval nanos = device.nanos().times(effect.times()).times(part);
                closed.add(device.kind(), nanos, effect.step().weighing(nanos.middle()));
              });
      // Nobody is taken to sit at a keyboard because a scanner was handed in.
      Optional<Effect.Device> usually =
          effect.otherwise().filter(device -> device.kind() != Kind.INPUT);
      if (found.nothing() && usually.isPresent()) {
        closed.guessed = true;
        Effect.Device usual = usually.get();
        Interval nanos = usual.nanos().times(effect.times());
        Step step = effect.step().weighing(nanos.middle());
        closed.add(usual.kind(), nanos, step);
      } else if (found.nothing()) {
        closed.guessed = true;
        closed.callsOut("the caller's stream", effect.step());
      }
    }
  }

  private Set<Kind> kinds(MethodFacts method, Tally tally, Bound bound) {
    Set<Kind> kinds = new LinkedHashSet<>();
    if (bound == Bound.IO || bound == Bound.MIXED) {
      kinds.addAll(major(tally, true, tally.likelyWait()));
    }
    if (bound == Bound.CPU || bound == Bound.MIXED) {
      List<Kind> computing = major(tally, false, tally.cpu.middle());
      Kind plain = plain(method, tally);
      computing.forEach(kind -> kinds.add(kind == Kind.OTHER ? plain : kind));
      if (computing.isEmpty()) {
        kinds.add(plain);
      }
    }
    return kinds;
  }

  /** Loops over arrays of fractions are maths, whatever else plain loops may be. */
  private Kind plain(MethodFacts method, Tally tally) {
    Stream<MethodFacts> heaviest =
        tally.loop.stream()
            .flatMap(step -> chain(step, Kind.OTHER).stream())
            .flatMap(spot -> linked.body(spot.methodRef()).stream());
    boolean fractions = Stream.concat(Stream.of(method), heaviest).anyMatch(Labels::fractions);
    return fractions ? Kind.MATHS : Kind.OTHER;
  }

  private static boolean fractions(MethodFacts method) {
    return method.blocks().stream()
            .filter(block -> block.loop() >= 0)
            .flatMap(block -> block.ops().stream())
            .anyMatch(op -> op instanceof Op.ArrayRead read && ofFractions(read.array()))
        && !OwnWork.searches(method);
  }

  private static boolean ofFractions(Value array) {
    if (array instanceof Value.Element element) {
      return ofFractions(element.array());
    }
    String type = "";
    if (array instanceof Value.Parameter parameter) {
      type = parameter.type();
    } else if (array instanceof Value.FieldOf field) {
      type = field.field().descriptor();
    } else if (array instanceof Value.NewArray made) {
      type = made.type();
    } else if (array instanceof Value.Result result) {
      boolean copy = result.callee().name().equals("clone");
      type = copy ? result.callee().owner() : result.callee().descriptor();
    }
    return type.endsWith("[D") || type.endsWith("[F");
  }

  /** Kinds that make up at least a tenth of the whole, heaviest first. */
  private static List<Kind> major(Tally tally, boolean waiting, double whole) {
    return tally.kinds(waiting).stream()
        .filter(kind -> tally.believed(kind) && tally.part(kind).middle() >= whole / 10)
        .toList();
  }

  private List<Spot> evidence(MethodFacts method, Tally tally, Bound bound, Set<Kind> kinds) {
    if (bound == Bound.LIGHT || bound == Bound.UNKNOWN) {
      return List.of();
    }
    List<Spot> chain = new ArrayList<>();
    Kind deciding = kinds.iterator().next();
    if (deciding.waits() && linked.claim(method.ref()).equals(Optional.of(Claim.NONBLOCKING))) {
      chain.add(method.spot(method.line(), "declared non-blocking, and yet waits"));
    }
    Step step = tally.steps.get(deciding);
    if (step == null) {
      step = tally.loop.orElse(null);
    }
    Set<MethodFacts> seen = new HashSet<>();
    seen.add(method);
    while (step != null && chain.size() < LONGEST_CHAIN) {
      chain.add(spot(step));
      step = next(step, deciding, seen);
    }
    return chain;
  }

  /** Chains of many methods end the same way: the places they have in common are made once. */
  private Spot spot(Step step) {
    Spot known = spots.get(step.at());
    if (known == null) {
      known = step.at().spot();
      spots.put(step.at(), known);
    }
    return known;
  }

  /** The chain from a call on, for one kind. */
  List<Spot> chain(Step first, Kind kind) {
    List<Spot> chain = new ArrayList<>();
    Set<MethodFacts> seen = new HashSet<>();
    Step step = first;
    while (step != null && chain.size() < LONGEST_CHAIN) {
      chain.add(spot(step));
      step = next(step, kind, seen);
    }
    return chain;
  }

  private @org.jspecify.annotations.Nullable Step next(
      Step step, Kind kind, Set<MethodFacts> seen) {
    if (step.next().isEmpty() || !seen.add(step.next().get())) {
      return null;
    }
    Tally tally = closed(step.next().get());
    Step following = tally.steps.get(kind);
    return following == null && !kind.waits() ? tally.loop.orElse(null) : following;
  }

  private static List<String> missing(MethodFacts method, Tally tally) {
    List<String> words = new ArrayList<>(tally.missing);
    tally.callsOut.keySet().forEach(type -> words.add("what stands behind " + type));
    if (method.isNative()) {
      words.add("native code of " + method.ref().simpleOwner() + "." + method.ref().name());
    }
    if (method.quality() == MethodFacts.Quality.UNREAD) {
      words.add("a body that can be followed: damaged, or too many loops or monitors");
    }
    return words;
  }
}
