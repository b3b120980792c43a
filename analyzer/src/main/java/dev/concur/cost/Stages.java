package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Loop;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stages of a stream, from its terminal operation back to its source. */
final class Stages {

  /** Changing a collection, by the names that the JDK gives to it. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(add|put|remove|offer|push|poll|pop|set|insert|append|clear|compute|merge|replace)"
              + "([A-Z].*)?");

  /** Adding to a collection depends on order only, which a collector keeps. */
  static final Pattern GATHERS =
      Pattern.compile("add|addAll|put|merge|offer|addLast|append|accept");

  /** Stages that let some elements through. */
  private static final Pattern PICKS = Pattern.compile("filter|(take|drop)While|distinct|limit");

  /** Stages that need all elements before they give the first. */
  private static final Pattern BARRIERS = Pattern.compile("sorted");

  private final Linked linked;
  private final Costs costs;
  private final Reuse reuse;
  private final Guarded guarded;
  private final Pipeline pipeline;
  private final List<Spot> blockers = new ArrayList<>();
  private final List<Spot> cautions = new ArrayList<>();
  private final Set<Spot> mayAdd = new HashSet<>();
  private final List<Spot> own = new ArrayList<>();
  private final OptionalInt size;
  private final boolean parallel;
  private final boolean picks;
  private int line;

  Stages(
      Linked linked,
      Costs costs,
      Reuse reuse,
      Guarded guarded,
      MethodFacts method,
      Op.Call terminal) {
    this.reuse = reuse;
    this.guarded = guarded;
    this.linked = linked;
    this.costs = costs;
    line = terminal.line();
    boolean inner = Inner.loops(linked, method, terminal);
    pipeline =
        inner
            ? new Pipeline(List.of(new Pipelines.Stage(method, terminal)), false)
            : new Pipeline(linked, costs.summaries().calls(), method, terminal);
    parallel = pipeline.parallel();
    picks =
        pipeline.stages().stream()
            .anyMatch(stage -> PICKS.matcher(stage.call().callee().name()).matches());
    for (Pipelines.Stage stage : pipeline.stages()) {
      if (stage.in().ref().equals(method.ref()) && stage.call().line() > 0) {
        line = Math.min(line, stage.call().line());
      }
    }
    Pipelines.Stage source = pipeline.stages().get(pipeline.stages().size() - 1);
    Elements elements = new Elements(linked);
    size =
        inner
            ? terminal.receiver().map(of -> elements.behind(method, of)).orElse(OptionalInt.empty())
            : elements.of(source.in(), source.call());
  }

  /**
   * Looks at what elements share.
   *
   * @param each what is done with one; where it mostly waits, a lock taken for a moment costs
   *     nothing
   */
  void look(Tally each) {
    pipeline.stages().forEach(stage -> look(stage.in(), stage.call(), each));
  }

  /** Whether it runs on the common pool. */
  boolean parallel() {
    return parallel;
  }

  /**
   * Whether a lazy stage starts what a later one waits for: the next element is asked for when the
   * answer to the one before is there, unless a stage between gathers all of them.
   */
  boolean asksEach() {
    boolean starts = false;
    for (Pipelines.Stage stage : pipeline.stages()) {
      starts |= starts(stage);
      if (BARRIERS.matcher(stage.call().callee().name()).matches()) {
        return false;
      }
    }
    return starts && !parallel;
  }

  private boolean starts(Pipelines.Stage stage) {
    return linked.effects(stage.call()).callsBack().stream()
        .filter(effect -> effect.times() == Effect.Times.LAZY)
        .flatMap(
            effect ->
                linked.tasks(stage.in(), stage.call(), effect.callback(), effect.via()).stream())
        .anyMatch(
            body -> linked.catalogue().returnsPromise(body.ref(), linked.facts()::supertypes));
  }

  /** Whether some elements only come to the last stage, nobody knows how many. */
  boolean picks() {
    return picks;
  }

  /** The line it begins in. */
  int line() {
    return line;
  }

  /** What elements side by side would change together. */
  List<Spot> blockers() {
    return blockers;
  }

  /** What must be looked at before elements run side by side. */
  List<Spot> cautions() {
    return cautions.stream().distinct().toList();
  }

  /** What elements side by side need of their own. */
  List<Spot> own() {
    return own.stream().distinct().toList();
  }

  /** How many elements there are, when the source says so. */
  OptionalInt size() {
    return size;
  }

  private void look(MethodFacts in, Op.Call stage, Tally each) {
    boolean waits = LoopCosts.waits(each);
    for (Effect.CallsBack effect : linked.effects(stage).callsBack()) {
      Optional<Value> callback = Devices.at(stage, effect.callback());
      for (MethodFacts body : linked.tasks(in, stage, effect.callback(), effect.via())) {
        // What it does under a lock is its own affair.
        if (!settled(body, waits)) {
          int shared = callback.map(value -> shared(in, value, body)).orElse(1);
          Round round = reuse.round(body);
          int before = blockers.size();
          writes(body, shared, round, waits);
          changes(body, shared, round);
          tools(body, shared, round);
          List<Spot> ties = blockers.subList(before, blockers.size());
          setApart(body, shared, round, ties, each);
          addUp(body, shared, round, ties, each);
        }
      }
    }
  }

  /**
   * Leaves only cautions of what can be done afterwards, when the heavy part stands apart of it.
   */
  private void setApart(MethodFacts body, int shared, Round round, List<Spot> ties, Tally each) {
    if (parallel || ties.isEmpty()) {
      return;
    }
    Summaries summaries = costs.summaries();
    Set<Integer> tied = round.changing(object -> oneForAll(body, object, shared));
    RoundFacts rounds = RoundFacts.ofElements(summaries, body, shared, round, tied);
    Apart apart = new Apart(linked, summaries, body, rounds);
    Tally own = summaries.of(body);
    Optional<List<Spot>> asks = Apart.little(own, each) ? Optional.of(List.of()) : apart.look(own);
    if (asks.isPresent() && apart.besides(others(body))) {
      ties.forEach(spot -> cautions.add(spot.noting(Apart.IN_ORDER + spot.note())));
      ties.clear();
      cautions.addAll(asks.get());
    }
  }

  /**
   * The functions of all stages but one. Thousands may stand behind one stage: they are gone
   * through only for what can be set apart.
   */
  private List<MethodFacts> others(MethodFacts body) {
    return bodies().filter(other -> !other.ref().equals(body.ref())).toList();
  }

  /** Where the only function merely adds to what ties elements together, there may be totals. */
  private void addUp(MethodFacts body, int shared, Round round, List<Spot> ties, Tally each) {
    boolean only = bodies().allMatch(other -> other.ref().equals(body.ref()));
    if (parallel || ties.isEmpty() || !only || !mayAdd.containsAll(ties)) {
      return;
    }
    new Totals(linked, new Changes(linked), body, round, RoundFacts.elementsOf(shared))
        .find(each)
        .ifPresent(
            totals -> {
              ties.clear();
              totals.forEach(
                  total -> own.add(body.spot(body.line(), Loop.TOTAL + round.name(total))));
            });
  }

  /** The functions of all stages. */
  private Stream<MethodFacts> bodies() {
    return pipeline.stages().stream()
        .flatMap(
            stage ->
                linked.effects(stage.call()).callsBack().stream()
                    .flatMap(
                        effect ->
                            linked
                                .tasks(stage.in(), stage.call(), effect.callback(), effect.via())
                                .stream()));
  }

  /** Whether what it changes of others is changed under a lock, and nothing more is to be said. */
  private boolean settled(MethodFacts body, boolean waits) {
    if (Guarded.takesLock(linked, body)) {
      return true;
    }
    if ((parallel || waits) && guarded.changes(body)) {
      if (!parallel) {
        cautions.add(body.spot(body.line(), "changes what it shares under a lock"));
      }
      return true;
    }
    return false;
  }

  /** How many of the first parameters are the same for all elements: what a lambda captured. */
  private int shared(MethodFacts in, Value callback, MethodFacts body) {
    return linked.origins(in, callback).stream()
        .map(Origin::value)
        .filter(Value.Lambda.class::isInstance)
        .map(Value.Lambda.class::cast)
        .filter(lambda -> lambda.body().name().equals(body.ref().name()))
        .map(lambda -> lambda.captured().size())
        .findFirst()
        .orElse(1);
  }

  private void writes(MethodFacts body, int shared, Round round, boolean waits) {
    Tally inside = costs.summaries().of(body);
    inside.writes.forEach((root, step) -> touched(root, step, shared, round));
    if (parallel) {
      return;
    }
    inside.changes.forEach(
        (root, step) -> {
          if (waits && unseen(step)) {
            cautions.add(step.at().spot());
          } else if (!gathers(body, step)) {
            touched(root, step, shared, round);
          }
        });
  }

  private void touched(int root, Step step, int shared, Round round) {
    if (root < shared && (parallel || round.anew(root).isEmpty())) {
      blockers.add(step.at().spot());
      if (!unseen(step)) {
        mayAdd.add(step.at().spot());
      }
    }
  }

  /**
   * Whether it is a function of strangers, such as one that tells the progress, or prints a line:
   * what stands in it may come in another order.
   */
  static boolean unseen(Step step) {
    boolean prints =
        step.at().note() instanceof Where.Calls call
            && call.callee().owner().equals("java.io.PrintStream");
    return prints || step.at().note().text().endsWith(Calls.UNSEEN);
  }

  /** Whether it only adds to a collection here, which is looked at as a call of its own. */
  private static boolean gathers(MethodFacts body, Step step) {
    return step.at().in().ref().equals(body.ref())
        && step.at().note() instanceof Where.Calls call
        && GATHERS.matcher(call.callee().name()).matches();
  }

  /** What all elements share and each uses anew, one after the other. */
  private void tools(MethodFacts body, int shared, Round round) {
    for (Value object : round.changed()) {
      boolean ofAll = oneForAll(body, object, shared);
      if (ofAll && round.anew(object).isPresent()) {
        own.add(body.spot(body.line(), round.name(object)));
      } else if (ofAll && round.tool(object) && !parallel) {
        blockers.add(body.spot(body.line(), "goes on with what it left in " + round.name(object)));
      }
    }
  }

  private boolean oneForAll(MethodFacts body, Value object, int shared) {
    int root = reuse.root(body, object);
    return object instanceof Value.Opaque || (root >= Owners.STATIC && root < shared);
  }

  /** Changes of an object that is not made for several threads and that all elements share. */
  private void changes(MethodFacts body, int shared, Round round) {
    Changes known = new Changes(linked);
    for (Op.Call call : body.calls()) {
      boolean changes =
          CHANGES.matcher(call.callee().name()).matches() || known.of(body, call).isPresent();
      if (changes && call.receiver().isPresent()) {
        Optional<Integer> root =
            costs.summaries().calls().owners().root(body, call.receiver().get());
        boolean blocks =
            root.isPresent() && root.get() < shared && unsafe(body, call.receiver().get());
        if (blocks && (parallel || round.anew(call.receiver().get()).isEmpty())) {
          changed(body, call);
        }
      }
    }
  }

  private void changed(MethodFacts body, Op.Call call) {
    if (!parallel && GATHERS.matcher(call.callee().name()).matches()) {
      cautions.add(body.spot(call.line(), "gathers results: keep the order with a collector"));
      return;
    }
    String type = call.callee().simpleOwner() + "." + call.callee().name();
    Spot changing = body.spot(call.line(), "changes with " + type + " what all share");
    blockers.add(changing);
    mayAdd.add(changing);
  }

  /** Whether it is known of every object that may stand here that it is not made for it. */
  private boolean unsafe(MethodFacts in, Value value) {
    List<Origin> origins = linked.origins(in, value);
    return !origins.isEmpty()
        && origins.stream()
            .allMatch(
                origin ->
                    origin.value() instanceof Value.New made
                        && linked
                            .catalogue()
                            .safetyOf(made.type(), linked.facts()::supertypes)
                            .filter(safety -> safety == Safety.UNSAFE)
                            .isPresent());
  }
}
