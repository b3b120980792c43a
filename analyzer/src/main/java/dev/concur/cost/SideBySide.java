package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The methods that only run for elements of parallel streams, or as tasks of which a pool is given
 * many at once: their cores are busy already.
 */
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
    for (HandOffSite site : linked.handOffs()) {
      if (many(site)) {
        todo.addAll(site.tasks());
      }
    }
    while (!todo.isEmpty()) {
      MethodFacts next = todo.poll();
      if (running.add(next.ref())) {
        next.calls().forEach(call -> todo.addAll(linked.targets(next, call).bodies()));
      }
    }
  }

  /**
   * Whether a pool with a thread for each core, or more, gets several tasks before the first is
   * waited for: all of a collection, or one in each round of a loop.
   */
  private boolean many(HandOffSite site) {
    boolean wide =
        switch (site.executor().kind()) {
          case CORES, WORK_STEALING, COMMON_POOL -> true;
          case FIXED -> site.executor().size().orElse(1) > 1;
          default -> false;
        };
    boolean all = site.call().callee().descriptor().startsWith("(Ljava/util/Collection;");
    return wide && (all || inLoop(site)) && !joinsAtOnce(site);
  }

  private static boolean inLoop(HandOffSite site) {
    return site.in().block(site.call().id()).filter(block -> block.loop() >= 0).isPresent();
  }

  private boolean joinsAtOnce(HandOffSite site) {
    int loop = site.in().block(site.call().id()).orElseThrow().loop();
    return loop >= 0
        && site.in().blocks().stream()
            .filter(block -> block.loop() == loop)
            .flatMap(block -> block.ops().stream())
            .anyMatch(op -> op instanceof Op.Call call && !linked.effects(call).joins().isEmpty());
  }

  /** Whether all that runs it runs side by side with others of its kind. */
  boolean only(MethodFacts method) {
    return running.contains(method.ref())
        && linked.callers(method).stream().allMatch(site -> running.contains(site.in().ref()));
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
