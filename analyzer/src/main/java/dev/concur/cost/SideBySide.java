package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The methods that only run for elements of parallel streams: their cores are busy already. */
final class SideBySide {

  private final Linked linked;
  private final Calls calls;
  private final Set<MethodRef> running = new HashSet<>();

  SideBySide(Linked linked, Calls calls) {
    this.linked = linked;
    this.calls = calls;
    Deque<MethodFacts> todo = new ArrayDeque<>();
    for (MethodFacts method : linked.roots()) {
      for (Op.Call call : method.calls()) {
        if (linked.effects(call).first(Effect.Terminal.class).isPresent()) {
          parallel(method, call, todo);
        }
      }
    }
    while (!todo.isEmpty()) {
      MethodFacts next = todo.poll();
      if (running.add(next.ref())) {
        next.calls().forEach(call -> todo.addAll(linked.targets(next, call).bodies()));
      }
    }
  }

  /** Whether all that runs it does so for elements of a parallel stream. */
  boolean only(MethodFacts method) {
    return running.contains(method.ref())
        && linked.callers(method.ref()).stream()
            .allMatch(site -> running.contains(site.in().ref()));
  }

  private void parallel(MethodFacts in, Op.Call terminal, Deque<MethodFacts> found) {
    Pipeline pipeline = new Pipeline(linked, calls, in, terminal);
    if (!pipeline.parallel()) {
      return;
    }
    for (Pipelines.Stage stage : pipeline.stages()) {
      for (Effect.CallsBack effect : linked.effects(stage.call()).callsBack()) {
        found.addAll(linked.tasks(stage.in(), stage.call(), effect.callback(), effect.via()));
      }
    }
  }
}
