package dev.concur.link;

import dev.concur.catalogue.Effects;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Recent;
import dev.concur.read.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What calls run and what runs methods, each worked out once. */
final class CallGraph {

  /** With more calls than this a method is called from everywhere, whatever is followed. */
  private static final int MANY = 150;

  /** What a call of so many bodies may run is not where that call leads. */
  private static final int BODIES = 8;

  /** The part of the heap that the calls and the methods which lead to others may each take. */
  private static final int PART = 64;

  /** What those of one method take, about: their numbers, and references to them. */
  private static final int RUNNING_BYTES = 100;

  private static final int LEADING_BYTES = 50;

  private final Dispatch dispatch;
  private final Callers callers = new Callers();
  private final Recent<List<CallSite>> running = Recent.within(PART, RUNNING_BYTES);
  private final Recent<List<MethodFacts>> leading = Recent.within(PART, LEADING_BYTES);

  /**
   * What the calls of a method may run, by position: {@link Targets}, or the one body or the words
   * of the catalogue that are all.
   */
  private final PerMethod<Object[]> targets = new PerMethod<>();

  private final Table<MethodRef, Targets> latest = new Table<>();

  /** The calls of these methods; who may run a method is told by types alone. */
  CallGraph(Dispatch dispatch, BodiesByType byType, Collection<MethodFacts> methods) {
    this.dispatch = dispatch;
    methods.forEach(method -> callers.add(method, byType::of));
    callers.complete();
  }

  /** What a call may run. */
  Targets targets(MethodFacts in, Op.Call call) {
    int at = in.position(call.id());
    if (at < 0) {
      return dispatch.targets(in, call);
    }
    Object[] all = targets.computeIfAbsent(in, same -> new Object[same.calls().size()]);
    if (all[at] == null) {
      all[at] = kept(call.callee(), dispatch.targets(in, call));
    }
    return targets(all[at]);
  }

  private Object kept(MethodRef callee, Targets found) {
    if (found.isOneBody()) {
      return found.bodies().get(0);
    }
    return found.isSaid() ? found.effects() : shared(callee, found);
  }

  private static Targets targets(Object kept) {
    if (kept instanceof MethodFacts body) {
      return Targets.of(List.of(body));
    }
    return kept instanceof Effects said ? Targets.of(said) : (Targets) kept;
  }

  /** The same targets of the call before that named the same method. */
  private Targets shared(MethodRef callee, Targets found) {
    if (found.isNothing()) {
      return found;
    }
    Targets last = latest.get(callee);
    if (last != null && last.same(found)) {
      return last;
    }
    latest.put(callee, found);
    return found;
  }

  /** The calls that may run this method. */
  List<CallSite> callers(MethodFacts method) {
    return callers.of(method);
  }

  /** How many calls may run this method. */
  int countCallers(MethodFacts method) {
    return callers.count(method);
  }

  /** The calls that run this method as far as their receivers were followed. */
  List<CallSite> running(MethodFacts method) {
    return countCallers(method) > MANY
        ? callers(method)
        : running.computeIfAbsent(method, same -> callers.of(same, site -> runs(site, same)));
  }

  private boolean runs(CallSite site, MethodFacts method) {
    return targets(site.in(), site.call()).bodies().contains(method);
  }

  /** The methods with a call that runs this one and hardly anything else, each once. */
  Collection<MethodFacts> leading(MethodFacts method) {
    return leading.computeIfAbsent(method, this::findLeading);
  }

  private List<MethodFacts> findLeading(MethodFacts method) {
    Set<MethodFacts> found = new LinkedHashSet<>();
    for (CallSite site : running(method)) {
      if (targets(site.in(), site.call()).bodies().size() < BODIES) {
        found.add(site.in());
      }
    }
    return List.copyOf(found);
  }
}
