package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The stages of a stream, from its terminal operation back to its source. */
final class Stages {

  /** Changing a collection, by the names that the JDK gives to it. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(add|put|remove|offer|push|poll|pop|set|insert|append|clear|compute|merge|replace)"
              + "([A-Z].*)?");

  /** Stages that let some elements through. */
  private static final Pattern PICKS = Pattern.compile("filter|(take|drop)While|distinct|limit");

  private final Linked linked;
  private final Costs costs;
  private final Reuse reuse;
  private final List<Spot> blockers = new ArrayList<>();
  private final List<Spot> own = new ArrayList<>();
  private final OptionalInt size;
  private final boolean parallel;
  private final boolean picks;
  private int line;

  Stages(Linked linked, Costs costs, Reuse reuse, MethodFacts method, Op.Call terminal) {
    this.reuse = reuse;
    this.linked = linked;
    this.costs = costs;
    line = terminal.line();
    Pipeline pipeline = new Pipeline(linked, costs.summaries().calls(), method, terminal);
    parallel = pipeline.parallel();
    picks =
        pipeline.stages().stream()
            .anyMatch(stage -> PICKS.matcher(stage.call().callee().name()).matches());
    for (Pipelines.Stage stage : pipeline.stages()) {
      look(stage.in(), stage.call());
      if (stage.in().ref().equals(method.ref()) && stage.call().line() > 0) {
        line = Math.min(line, stage.call().line());
      }
    }
    Pipelines.Stage source = pipeline.stages().get(pipeline.stages().size() - 1);
    size = new Elements(linked).of(source.in(), source.call());
  }

  /** Whether it runs on the common pool. */
  boolean parallel() {
    return parallel;
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

  /** What elements side by side need of their own. */
  List<Spot> own() {
    return own.stream().distinct().toList();
  }

  /** How many elements there are, when the source says so. */
  OptionalInt size() {
    return size;
  }

  private void look(MethodFacts in, Op.Call stage) {
    for (Effect.CallsBack effect : linked.effects(stage).callsBack()) {
      Optional<Value> callback = Devices.at(stage, effect.callback());
      for (MethodFacts body : linked.tasks(in, stage, effect.callback(), effect.via())) {
        // What it does under a lock is its own affair.
        if (!Guarded.takesLock(linked, body)) {
          int shared = callback.map(value -> shared(in, value, body)).orElse(1);
          Round round = reuse.round(body);
          writes(body, shared, round);
          changes(body, shared, round);
          tools(body, shared, round);
        }
      }
    }
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

  private void writes(MethodFacts body, int shared, Round round) {
    costs
        .summaries()
        .of(body)
        .writes
        .forEach(
            (index, step) -> {
              if (index < shared && (parallel || round.anew(index).isEmpty())) {
                blockers.add(step.at().spot());
              }
            });
  }

  /** What all elements share and each uses anew, one after the other. */
  private void tools(MethodFacts body, int shared, Round round) {
    for (Value object : round.changed()) {
      int root = reuse.root(body, object);
      boolean given = root >= Owners.STATIC && root < shared;
      boolean ofAll = object instanceof Value.Opaque || given;
      if (ofAll && round.anew(object).isPresent()) {
        own.add(body.spot(body.line(), round.name(object)));
      } else if (ofAll && round.tool(object) && !parallel) {
        blockers.add(body.spot(body.line(), "goes on with what it left in " + round.name(object)));
      }
    }
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
          String type = call.callee().simpleOwner() + "." + call.callee().name();
          blockers.add(body.spot(call.line(), "changes with " + type + " what all share"));
        }
      }
    }
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
