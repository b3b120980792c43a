package dev.concur.rules.compute;

import dev.concur.model.Bound;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Words;
import java.util.List;

/**
 * Many computing tasks on a pool without limit: a thread for each, all after the same few cores.
 */
public final class CpuTasksNeedBoundedPool implements HandOffRule {

  // Ten times what starting a thread costs; see CpuTasksNeedBoundedPool.md, "Threshold".
  private static final double HEAVY_NANOS = 1_000_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    Executor.Kind kind = handOff.executor().kind();
    boolean unlimited = kind == Executor.Kind.CACHED || kind == Executor.Kind.NEW_THREAD;
    if (!unlimited || handOff.bounded() || handOff.times().middle() < 2) {
      return;
    }
    handOff
        .task()
        .filter(CpuTasksNeedBoundedPool::heavy)
        .ifPresent(t -> accuse(handOff, t, facets));
  }

  private static boolean heavy(Label task) {
    return task.bound() == Bound.CPU
        && task.cost().filter(cost -> cost.cpu().middle() >= HEAVY_NANOS).isPresent();
  }

  private static void accuse(HandOff handOff, Label task, Facets facets) {
    facets
        .at(handOff.at())
        .saying(
            "about %.0f tasks of %s of computing start at once, a thread each",
            handOff.times().middle(), Words.time(task.cost().orElseThrow().cpu().middle()))
        .confidence(task.confidence())
        .because(List.of(handOff.executor().created(), handOff.at(), task.at()));
  }
}
