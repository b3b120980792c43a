package dev.concur.rules.pool;

import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.Optional;

/** A parallel stream whose stages wait: as many waits at once as cores, on everybody's pool. */
public final class BlockingInParallelStream implements LoopRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!loop.parallel()) {
      return;
    }
    Optional<Happening.Waits> wait = Pools.realWait(loop.all(Happening.Waits.class));
    wait.ifPresent(
        w ->
            facets
                .at(loop.at())
                .saying(
                    "each element waits %s for the %s, on a pool of one thread a core that the whole"
                        + " process shares",
                    Words.time(w.nanos().middle()), w.kind().word())
                .because(w.chain()));
  }
}
