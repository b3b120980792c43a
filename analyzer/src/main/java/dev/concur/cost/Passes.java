package dev.concur.cost;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.MethodSet;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a method is run by the loops and pipelines that call it, where the code says how many
 * rounds they have.
 */
final class Passes {

  /** Callers of callers that are looked at. */
  private static final int DEEPEST = 4;

  private static final Interval ONCE = Interval.of(1);

  private final Linked linked;
  private final Costs costs;
  private final Set<MethodFacts> underway = new HashSet<>();

  /**
   * By how many callers were under way. Kept for good: found again, each would be found by way of
   * all callers of callers, for each of them.
   */
  private final PerMethod<@Nullable Interval[]> known = new PerMethod<>();

  /** Callers whose calls are all made once in a run: nearly all there are. */
  private final MethodSet once = new MethodSet();

  /** Of the others how often each call is made, by its position. */
  private final PerMethod<Interval[]> rounds = new PerMethod<>();

  Passes(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
  }

  /** Runs of a method in one run of the caller that runs it most. */
  Interval of(MethodFacts method) {
    int away = underway.size();
    if (away > DEEPEST || underway.contains(method)) {
      return ONCE;
    }
    Interval[] all = known.computeIfAbsent(method, first -> new Interval[DEEPEST + 1]);
    Interval most = all[away];
    if (most == null) {
      underway.add(method);
      most = most(method);
      underway.remove(method);
      all[away] = most;
    }
    return most;
  }

  private Interval most(MethodFacts method) {
    Interval most = called(method);
    for (Interval times : given(method).toList()) {
      most = times.middle() > most.middle() ? times : most;
    }
    return most;
  }

  /**
   * By each call: what is called from everywhere has thousands of them, mostly made once. Those of
   * one caller lie side by side, and each after the first of these says the same.
   */
  private Interval called(MethodFacts method) {
    Interval most = ONCE;
    MethodFacts last = method;
    for (CallSite site : linked.running(method)) {
      MethodFacts in = site.in();
      if (!in.equals(method) && !(in.equals(last) && once.has(in))) {
        Interval times = rounds(site).times(of(in));
        most = times.middle() > most.middle() ? times : most;
        last = in;
      }
    }
    return most;
  }

  private Interval rounds(CallSite site) {
    MethodFacts in = site.in();
    if (once.has(in)) {
      return ONCE;
    }
    Interval[] known = rounds.get(in);
    if (known == null) {
      known = in.calls().stream().map(call -> counted(repeats(in, call))).toArray(Interval[]::new);
      if (Arrays.stream(known).allMatch(ONCE::equals)) {
        once.add(in);
        return ONCE;
      }
      rounds.put(in, known);
    }
    return known[site.position()];
  }

  /** How many callers there are that make a call several times, as the code says. */
  int counting() {
    return rounds.size();
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
