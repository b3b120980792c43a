package dev.concur.rules.pool;

import dev.concur.model.Bound;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import java.util.List;

/** Far more threads than cores for tasks that only compute. */
public final class OversizedCpuPool implements HandOffRule {

  // Twice the cores of a usual server; see OversizedCpuPool.md, "Threshold".
  private static final int MANY = 32;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    Executor pool = handOff.executor();
    if (pool.kind() != Executor.Kind.FIXED || pool.size().orElse(0) < MANY) {
      return;
    }
    handOff
        .task()
        .filter(task -> task.bound() == Bound.CPU)
        .ifPresent(task -> accuse(handOff, task, facets));
  }

  private static void accuse(HandOff handOff, Label task, Facets facets) {
    facets
        .at(handOff.at())
        .about(Pools.thing(handOff))
        .saying(
            "%s runs tasks that only compute: more threads than cores take turns and gain"
                + " nothing%s",
            Pools.words(handOff.executor()),
            handOff.poolForOneCall() ? ", and each call starts and ends them all" : "")
        .confidence(task.confidence())
        .because(List.of(handOff.executor().created(), handOff.at(), task.at()));
  }
}
