package dev.concur.cost;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How often a method is run by the loops and pipelines that call it, where the code says how many
 * rounds they have.
 */
final class Passes {

  /** Callers of callers that are looked at. */
  private static final int DEEPEST = 4;

  private static final Interval ONCE = Interval.of(1);

  /** The part of the heap that each sort of answers may take which can be found again. */
  private static final int PART = 128;

  /** What the callers of a method take, and what a call takes with its rounds. */
  private static final int WAYS_BYTES = 200;

  private static final int ROUNDS_BYTES = 100;

  private final Linked linked;
  private final Costs costs;
  private final Set<MethodRef> underway = new HashSet<>();

  /**
   * Kept for good: found again, each would be found by way of all callers of callers, for each of
   * them.
   */
  private final Table<Looked, Interval> known = new Table<>();

  /** A method, and how many callers of it were still to be looked at. */
  private record Looked(MethodRef method, int depth) {}

  private final Recent<List<Way>> ways = Recent.within(PART, WAYS_BYTES);

  /** A call with many bodies is a way to each of them. */
  private final Generations<CallSite, Interval> rounds = Generations.within(PART, ROUNDS_BYTES);

  /** Calls of a method in a caller, so many times in one run of it. */
  private record Way(MethodFacts caller, Interval times) {}

  Passes(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
  }

  /** Runs of a method in one run of the caller that runs it most. */
  Interval of(MethodFacts method) {
    if (underway.size() > DEEPEST || !underway.add(method.ref())) {
      return ONCE;
    }
    Looked looked = new Looked(method.ref(), underway.size());
    Interval most = known.get(looked);
    if (most == null) {
      most = most(method);
      known.put(looked, most);
    }
    underway.remove(method.ref());
    return most;
  }

  private Interval most(MethodFacts method) {
    return Stream.concat(called(method), given(method))
        .max(Comparator.comparingDouble(Interval::middle))
        .filter(times -> times.middle() > 1)
        .orElse(ONCE);
  }

  private Stream<Interval> called(MethodFacts method) {
    List<Way> found = ways.get(method);
    if (found == null) {
      found = ways(method);
      ways.put(method, found);
    }
    return found.stream().map(way -> way.times().times(of(way.caller())));
  }

  /** Who calls a method and how often: what is called from everywhere is mostly called once. */
  private List<Way> ways(MethodFacts method) {
    Set<Way> found = new LinkedHashSet<>();
    for (CallSite site : linked.running(method)) {
      if (!site.in().ref().equals(method.ref())) {
        found.add(new Way(site.in(), rounds(site)));
      }
    }
    return List.copyOf(found);
  }

  private Interval rounds(CallSite site) {
    Interval known = rounds.get(site);
    if (known == null) {
      known = counted(repeats(site.in(), site.call()));
      rounds.put(site, known);
    }
    return known;
  }

  /** As a callback: once for each element of the pipeline that it is given to. */
  private Stream<Interval> given(MethodFacts method) {
    return linked.lambdas(method.ref()).stream().flatMap(made -> taking(made).stream());
  }

  private Optional<Interval> taking(Origin made) {
    return made.in().calls().stream()
        .filter(call -> call.arguments().contains(made.value()))
        .filter(call -> linked.facts().inJdk(call.callee().owner()))
        .filter(call -> linked.effects(call).starts().isEmpty())
        .findFirst()
        .map(call -> elements(made.in(), call));
  }

  private Interval elements(MethodFacts in, Op.Call call) {
    Interval elements = costs.summaries().calls().pipelines.elements(in, call);
    Interval each = Inner.loops(linked, in, call) ? elements : counted(elements);
    return each.times(counted(repeats(in, call))).times(of(in));
  }

  private Interval repeats(MethodFacts in, Op.Call call) {
    Block block = HandOffCosts.block(in, call);
    return costs.summaries().repeats(in, block);
  }

  /**
   * A guess about the size of a collection says nothing about how many there are at once, unless
   * the place itself is in the loop over it.
   */
  private static Interval counted(Interval times) {
    return times.low() == times.high() ? times : ONCE;
  }
}
