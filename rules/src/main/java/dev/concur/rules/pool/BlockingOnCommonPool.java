package dev.concur.rules.pool;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Words;
import java.util.Optional;

/** Waiting on the pool that the whole process shares and that has no more threads than cores. */
public final class BlockingOnCommonPool implements HandOffRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (handOff.executor().kind() != Executor.Kind.COMMON_POOL) {
      return;
    }
    Optional<Happening.Waits> wait = Pools.realWait(handOff.all(Happening.Waits.class));
    wait.ifPresent(
        w ->
            facets
                .at(handOff.at())
                .saying(
                    "a task waits %s for the %s on the common pool, which the whole process shares",
                    Words.time(w.nanos().middle()), w.kind().word())
                .because(w.chain()));
  }
}
