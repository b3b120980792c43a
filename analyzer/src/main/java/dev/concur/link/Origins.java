package dev.concur.link;

import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows values backwards through the program: parameters to the arguments of callers, fields to
 * all that is written to them, results to what is returned, lambda parameters to what was captured.
 *
 * <p>Insensitive to context except for one step: what a method returns of its own parameters is
 * taken from the call at hand. Bounded in steps and in answers; where the bound is met the value
 * itself is the answer.
 */
final class Origins {

  private static final int STEPS = 10;
  private static final int ANSWERS = 16;

  /** With more calls than this a method is given anything; what exactly says nothing. */
  private static final int EVERYWHERE = 500;

  /**
   * Values looked at in one search, those inside callees included; without it, factories of
   * factories explode.
   */
  private static final int BUDGET = 300;

  /**
   * The part of the heap that each sort of answers may take. Ours: answers are found again in
   * microseconds to milliseconds, and most are asked for again soon or never.
   */
  private static final int PART = 128;

  /** What an answer takes, with its question and its values; a histogram. */
  private static final int BYTES = 150;

  /** What a method returns, and where a search from there has been. */
  private static final int RESULTS_BYTES = 250;

  private final Linked linked;
  private final Optional<Contents> contents;
  private final Generations<Origin, List<Origin>> known = Generations.within(PART, BYTES);
  private final Generations<Origin, Boolean> notMade = Generations.within(PART, BYTES);
  private final Generations<Origin, Origin> shared = Generations.within(PART, BYTES);
  private final Recent<Results> results = Recent.within(PART, RESULTS_BYTES);

  /** Without contents, what comes out of a collection is not followed into it. */
  Origins(Linked linked, Optional<Contents> contents) {
    this.linked = linked;
    this.contents = contents;
  }

  List<Origin> of(MethodFacts in, Value value) {
    Origin here = new Origin(in, value);
    if (isLeaf(in, value)) {
      return List.of(here);
    }
    List<Origin> answer = known.get(here);
    if (answer == null) {
      Search search = new Search();
      search.follow(here, 0, false);
      answer = kept(search.found);
      known.put(here, answer);
    }
    return answer;
  }

  /** The same when all of it was made in sight, and nothing otherwise. */
  List<Origin> made(MethodFacts in, Value value) {
    Origin here = new Origin(in, value);
    if (isLeaf(in, value)) {
      return isOther(here) ? List.of() : List.of(here);
    }
    if (notMade.get(here) != null) {
      return List.of();
    }
    if (any(here, Origins::isOther, new Trail(STEPS, BUDGET, true))) {
      notMade.put(here, true);
      return List.of();
    }
    return of(in, value);
  }

  private static boolean isOther(Origin origin) {
    return !(origin.value() instanceof Value.New);
  }

  /** Whether any of the answers is such a one: the search ends with the first. */
  boolean any(Origin here, Predicate<Origin> wanted) {
    return isLeaf(here.in(), here.value())
        ? wanted.test(here)
        : any(here, wanted, new Trail(STEPS, BUDGET, false));
  }

  private boolean any(Origin here, Predicate<Origin> wanted, Trail trail) {
    List<Origin> answer = known.get(here);
    if (answer != null) {
      return answer.stream().anyMatch(wanted);
    }
    Search search = new Search(wanted, trail);
    search.follow(here, 0, false);
    boolean found = search.over || trail.vain();
    if (!found) {
      known.put(here, kept(search.found));
    }
    return found;
  }

  /** The same, but parameters of the method are answers. */
  List<Origin> local(MethodFacts in, Value value) {
    Search search = new Search();
    search.follow(new Origin(in, value), 0, true);
    return List.copyOf(search.found);
  }

  /** What this method may return, in its own values: parameters are not followed to callers. */
  private Collection<Origin> returned(MethodFacts body, Search outer, int step) {
    Results results = results(body);
    Returned before = results.before;
    if (before != null && outer.trail.repeats(before, step)) {
      outer.trail.repeat(before, step);
      return before.answers();
    }
    if (outer.trail.spent()) {
      return outer.trail.unmet(results.returned, ANSWERS);
    }
    Search inner = new Search(outer);
    Trail.Mark mark = outer.trail.enter(step);
    for (Origin value : results.returned) {
      inner.follow(value, step, true);
    }
    Collection<Origin> answers = inner.found;
    outer.trail.leave(mark, answers).ifPresent(found -> results.before = kept(found));
    return answers;
  }

  private Returned kept(Returned found) {
    return new Returned(kept(found.answers()), kept(found.visited()), found.paid(), found.steps());
  }

  /** The same with each origin in memory once: what is passed to many is an answer to many. */
  private List<Origin> kept(Collection<Origin> origins) {
    Origin[] result = origins.toArray(Origin[]::new);
    for (int i = 0; i < result.length; i++) {
      Origin first = shared.get(result[i]);
      if (first == null) {
        shared.put(result[i], result[i]);
      } else {
        result[i] = first;
      }
    }
    return List.of(result);
  }

  /** What a method returns, and what a search from there came to. */
  private static final class Results {
    final List<Origin> returned;
    @Nullable Returned before;

    Results(MethodFacts body) {
      List<Origin> found = new ArrayList<>();
      for (Block block : body.blocks()) {
        for (Op op : block.ops()) {
          if (op instanceof Op.Return result && result.value().isPresent()) {
            found.add(new Origin(body, result.value().get()));
          }
        }
      }
      returned = List.copyOf(found);
    }
  }

  private Results results(MethodFacts body) {
    Results known = results.get(body);
    if (known == null) {
      known = new Results(body);
      results.put(body, known);
    }
    return known;
  }

  private static boolean isLeaf(MethodFacts in, Value value) {
    return !(value instanceof Value.Phi
        || value instanceof Value.FieldOf
        || value instanceof Value.Result
        || (value instanceof Value.Parameter parameter && !isThis(in, parameter)));
  }

  private static boolean isThis(MethodFacts in, Value.Parameter parameter) {
    return parameter.index() == 0 && !in.isStatic();
  }

  /** One search; what it found is its own, where it has been is noted on the trail of all. */
  private final class Search {
    final Set<Origin> found = new LinkedHashSet<>();
    final Trail trail;

    /** An answer that ends the search, as it need not be gone on with, if any does. */
    final @Nullable Predicate<Origin> last;

    boolean over;

    Search() {
      this(null, new Trail(STEPS, BUDGET, false));
    }

    Search(@Nullable Predicate<Origin> last, Trail trail) {
      this.trail = trail;
      this.last = last;
    }

    Search(Search outer) {
      this(null, outer.trail);
    }

    void follow(Origin here, int step, boolean keepParameters) {
      if (over || trail.vain() || !trail.visit(here) || found.size() >= ANSWERS) {
        return;
      }
      MethodFacts in = here.in();
      Value value = here.value();
      boolean stop = (keepParameters && value instanceof Value.Parameter) || !trail.pay();
      boolean leads = !stop && !isLeaf(in, value) && trail.mayGo(step);
      List<Origin> before = leads ? before(in, value, step) : List.of();
      if (before.isEmpty()) {
        found.add(here);
      }
      over = ends(here, before);
      for (Origin origin : before) {
        if (isLeaf(origin.in(), origin.value())) {
          found.add(origin);
        } else {
          follow(origin, step + 1, keepParameters && origin.in().equals(in));
        }
      }
    }

    /** Whether a value ends the search that leads to nothing, or to these values. */
    private boolean ends(Origin here, List<Origin> before) {
      Predicate<Origin> wanted = last;
      if (wanted == null) {
        return false;
      }
      return before.isEmpty()
          ? wanted.test(here)
          : before.stream()
              .anyMatch(origin -> isLeaf(origin.in(), origin.value()) && wanted.test(origin));
    }

    private List<Origin> before(MethodFacts in, Value value, int step) {
      if (value instanceof Value.Phi phi) {
        return in.phis().get(phi.index()).stream().map(input -> new Origin(in, input)).toList();
      }
      if (value instanceof Value.FieldOf field) {
        return written(field.field());
      }
      if (value instanceof Value.Result result) {
        return resulting(in, result, step);
      }
      if (value instanceof Value.Parameter parameter && !isThis(in, parameter)) {
        return passed(in, parameter.index());
      }
      return List.of();
    }

    private List<Origin> written(FieldRef field) {
      List<Origin> result = new ArrayList<>();
      for (FieldWriteSite site : linked.writes(field)) {
        if (!(site.write().value() instanceof Value.Null)) {
          result.add(new Origin(site.in(), site.write().value()));
        }
      }
      return result;
    }

    private List<Origin> passed(MethodFacts in, int index) {
      List<Origin> result = new ArrayList<>();
      if (linked.countCallers(in) > EVERYWHERE) {
        return List.of();
      }
      for (CallSite site : linked.callers(in)) {
        if (index < site.call().arguments().size()) {
          result.add(new Origin(site.in(), site.call().arguments().get(index)));
        }
      }
      for (Origin made : linked.lambdas(in.ref())) {
        Value.Lambda lambda = (Value.Lambda) made.value();
        if (index < lambda.captured().size()) {
          result.add(new Origin(made.in(), lambda.captured().get(index)));
        } else if (index == lambda.captured().size()) {
          contents.ifPresent(inside -> result.addAll(inside.handed(made.in(), lambda)));
        }
      }
      return result;
    }

    private List<Origin> resulting(MethodFacts in, Value.Result result, int step) {
      Optional<Op.Call> call = linked.call(in, result.op());
      if (call.isEmpty()) {
        return List.of();
      }
      List<MethodFacts> bodies = linked.dispatched(in, call.get());
      if (bodies.size() > BUDGET) {
        // It would run out among them.
        return List.of();
      }
      List<Origin> origins = new ArrayList<>();
      for (MethodFacts body : bodies) {
        if (trail.vain()) {
          return List.of();
        }
        for (Origin origin : returned(body, this, step + 1)) {
          origins.add(inCaller(in, call.get(), body, origin));
        }
      }
      if (origins.isEmpty() && contents.isPresent()) {
        linked
            .reflection()
            .made(in, call.get())
            .ifPresent(type -> origins.add(new Origin(in, new Value.New(type, result.op()))));
        origins.addAll(takenOut(in, call.get()));
      }
      return origins;
    }

    /** What was seen to be put into the collection, and whatever else may be in there. */
    private List<Origin> takenOut(MethodFacts in, Op.Call call) {
      List<Origin> taken = new ArrayList<>(contents.orElseThrow().taken(in, call));
      if (!taken.isEmpty()) {
        taken.add(new Origin(in, new Value.Opaque("")));
      }
      return taken;
    }

    private Origin inCaller(MethodFacts in, Op.Call call, MethodFacts body, Origin origin) {
      boolean own = origin.value() instanceof Value.Parameter && origin.in().equals(body);
      if (own) {
        int index = ((Value.Parameter) origin.value()).index();
        if (index < call.arguments().size()) {
          return new Origin(in, call.arguments().get(index));
        }
      }
      return origin;
    }
  }
}
