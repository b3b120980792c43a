package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a stream, from its terminal operation back to its source.
 *
 * @param stages the terminal operation first
 * @param parallel whether it runs on the common pool
 */
record Pipeline(List<Pipelines.Stage> stages, boolean parallel) {

  Pipeline {
    stages = List.copyOf(stages);
  }

  Pipeline(Linked linked, Calls calls, MethodFacts in, Op.Call terminal) {
    this(stages(calls, in, terminal), linked);
  }

  private Pipeline(List<Pipelines.Stage> stages, Linked linked) {
    this(stages, parallel(stages, linked));
  }

  private static List<Pipelines.Stage> stages(Calls calls, MethodFacts in, Op.Call terminal) {
    List<Pipelines.Stage> stages = new ArrayList<>();
    // A pipeline that a loop makes longer comes back to a stage that was seen.
    Set<List<Object>> seen = new HashSet<>();
    Optional<Pipelines.Stage> next = Optional.of(new Pipelines.Stage(in, terminal));
    while (next.isPresent() && seen.add(List.of(next.get().in().ref(), next.get().call().id()))) {
      stages.add(next.get());
      next = calls.pipelines.before(next.get().in(), next.get().call());
    }
    return stages;
  }

  /** What was said last, seen from the source, counts. */
  private static boolean parallel(List<Pipelines.Stage> stages, Linked linked) {
    return stages.stream()
        .flatMap(stage -> linked.effects(stage.call()).first(Effect.Parallel.class).stream())
        .findFirst()
        .map(Effect.Parallel::on)
        .orElse(false);
  }
}
