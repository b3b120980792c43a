package dev.concur.rules.pool;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Words;

/**
 * A pool without limit for tasks that wait for the network: when the other side is slow, threads
 * pile up.
 */
public final class CachedPoolNetwork implements HandOffRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    boolean unlimited = handOff.executor().kind() == Executor.Kind.CACHED;
    if (!unlimited || handOff.bounded() || handOff.path() != Path.HOT) {
      return;
    }
    handOff.all(Happening.Waits.class).stream()
        .filter(wait -> wait.kind() == Kind.NETWORK)
        .findFirst()
        .ifPresent(wait -> accuse(handOff, wait, facets));
  }

  private static void accuse(HandOff handOff, Happening.Waits wait, Facets facets) {
    facets
        .at(handOff.at())
        .about(Pools.thing(handOff))
        .saying(
            "a pool without limit starts a platform thread for each task that waits %s for the network",
            Words.time(wait.nanos().middle()))
        .because(Pools.evidence(handOff, wait));
  }
}
