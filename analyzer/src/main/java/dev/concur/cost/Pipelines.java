package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/** Runs the lazy stages of a stream when a terminal operation consumes it. */
final class Pipelines {

  /** How far a stream is followed back to its source. */
  private static final int STAGES = 20;

  /** One call of a pipeline. */
  record Stage(MethodFacts in, Op.Call call) {}

  private final Calls calls;
  private final Linked linked;
  private final Amounts amounts;

  Pipelines(Calls calls, Linked linked, Amounts amounts) {
    this.calls = calls;
    this.linked = linked;
    this.amounts = amounts;
  }

  /** Elements of a collection or an array. */
  Interval elements(MethodFacts in, Value value) {
    return amounts.elements(in, value);
  }

  /** Elements of a collection, or of what a stream was made of at its source. */
  Interval elements(MethodFacts in, Op.Call call) {
    MethodFacts at = in;
    Op.Call stage = call;
    double each = 1;
    for (int i = 0; i < STAGES; i++) {
      Optional<Stage> before = madeBy(at, stage).filter(Pipelines::streams);
      if (before.isEmpty()) {
        break;
      }
      at = before.get().in();
      stage = before.get().call();
      each = flattens(at, stage) ? Sizes.PARTS.middle() : each;
    }
    return amounts.behind(at, stage).times(each);
  }

  /** Whether each element becomes several; an optional value is one at most. */
  private boolean flattens(MethodFacts in, Op.Call stage) {
    boolean flattens =
        stage.callee().name().startsWith("flatMap") || stage.callee().name().startsWith("mapMulti");
    return flattens && !ofOptional(in, stage);
  }

  private boolean ofOptional(MethodFacts in, Op.Call stage) {
    List<Op.Call> runs =
        stage.parameters() == 1
            ? linked.libraryCalls(in, stage.parameter(0), stage.line())
            : List.of();
    return !runs.isEmpty()
        && runs.stream().allMatch(run -> run.callee().owner().equals("java.util.Optional"));
  }

  private static boolean streams(Stage stage) {
    return stage.call().callee().owner().startsWith("java.util.stream.")
        || stage.call().callee().name().endsWith("tream");
  }

  /** Runs the lazy stages behind a terminal operation, from the last to the source. */
  void stages(MethodFacts in, Op.Call terminal, Interval elements, Tally result) {
    if (moved(in, terminal, true)) {
      result.async = true;
      return;
    }
    MethodFacts at = in;
    Op.Call stage = terminal;
    Interval here = elements;
    boolean elsewhere = moved(in, terminal, false);
    result.async |= elsewhere;
    boolean early =
        linked
            .effects(terminal)
            .first(Effect.Terminal.class)
            .filter(Effect.Terminal::early)
            .isPresent();
    for (int i = 0; i < STAGES; i++) {
      Optional<Stage> before = before(at, stage);
      if (before.isEmpty()) {
        return;
      }
      at = before.get().in();
      stage = before.get().call();
      if (elsewhere) {
        elsewhere = !moves(stage, false) || moved(at, stage, false);
        continue;
      }
      boolean one = early || !flattens(at, stage);
      here = one ? here : here.times(1 / Sizes.PARTS.middle());
      runStage(new Stage(at, stage), in, terminal, here, result);
    }
  }

  /** Whether what a subscription is given runs on another thread, and the subscriber goes on. */
  boolean endsElsewhere(MethodFacts in, Op.Call terminal) {
    return moved(in, terminal, true) || moved(in, terminal, false);
  }

  /**
   * Whether a stage of a reactive pipeline moves it to a scheduler: all of it, as {@code
   * subscribeOn} does, or what comes after that stage, as {@code observeOn} does. Who waits for the
   * end of it all the same waits for its stages as if they ran here.
   */
  private boolean moved(MethodFacts in, Op.Call terminal, boolean whole) {
    if (!linked.effects(terminal).joins().isEmpty()) {
      return false;
    }
    Optional<Stage> stage = before(in, terminal);
    for (int i = 0; i < STAGES && stage.isPresent(); i++) {
      if (moves(stage.get().call(), whole)) {
        return true;
      }
      stage = before(stage.get().in(), stage.get().call());
    }
    return false;
  }

  private boolean moves(Op.Call stage, boolean whole) {
    return linked.effects(stage).of(Effect.Moves.class).stream()
        .anyMatch(move -> move.upstream() == whole);
  }

  /** Whether a call only adds to a stream what will be done when that is consumed. */
  boolean isStage(Op.Call call) {
    return call.how() != Op.How.STATIC
        && call.callee().owner().startsWith("java.util.stream.")
        && call.callee().descriptor().endsWith("Stream;")
        && !linked.effects(call).has(Effect.Terminal.class);
  }

  /** Runs one lazy stage: its callbacks, and what it computes itself, such as sorting. */
  private void runStage(
      Stage stage, MethodFacts in, Op.Call terminal, Interval elements, Tally result) {
    Effects effects = linked.effects(stage.call());
    if (isStage(stage.call())) {
      for (Effect.Computes computes : effects.computes()) {
        double share = elements.middle() / Sizes.CATALOGUED;
        calls.said.add(
            in,
            terminal,
            computes.kind(),
            computes.nanos().times(share),
            computes.kind().word(),
            result);
      }
    }
    for (Effect.CallsBack effect : effects.callsBack()) {
      Optional<Value> callback = Devices.at(stage.call(), effect.callback());
      boolean sorts = effect.times() == Effect.Times.SORTING;
      if (callback.isPresent() && (sorts || effect.times() == Effect.Times.LAZY)) {
        Step step = calls.step(in, terminal, "runs the stages");
        Interval times = sorts ? elements.times(Said.SORT_PASSES) : elements;
        runStage(stage.in(), callback.get(), effect.via(), in, terminal, times, result, step);
      }
    }
  }

  private void runStage(
      MethodFacts at,
      Value callback,
      List<String> via,
      MethodFacts in,
      Op.Call terminal,
      Interval elements,
      Tally result,
      Step step) {
    if (Calls.isParameter(at, callback) && at.ref().equals(in.ref())) {
      calls.callbacks.run(in, terminal, callback, via, elements, result, step);
      return;
    }
    calls.callbacks.libraryMethods(at, callback, elements, in, terminal, result);
    List<MethodFacts> bodies = linked.tasks(at, callback, via);
    for (MethodFacts body : bodies) {
      calls.callbacks.task(in, terminal, body, elements.times(1.0 / bodies.size()), result);
    }
  }

  /**
   * The stage that a stage was called on. What an earlier stream was collected into is no part of
   * this one: its stages have run.
   */
  Optional<Stage> before(MethodFacts in, Op.Call stage) {
    return madeBy(in, stage)
        .filter(made -> !linked.effects(made.call()).has(Effect.Terminal.class));
  }

  /** The call that gave what a stage was called on. */
  private Optional<Stage> madeBy(MethodFacts in, Op.Call stage) {
    if (stage.receiver().isEmpty()) {
      return Optional.empty();
    }
    return linked.origins(in, stage.arguments().get(0)).stream()
        .filter(origin -> origin.value() instanceof Value.Result)
        .findFirst()
        .flatMap(
            origin ->
                linked
                    .call(origin.in(), ((Value.Result) origin.value()).op())
                    .map(call -> new Stage(origin.in(), call)));
  }
}
