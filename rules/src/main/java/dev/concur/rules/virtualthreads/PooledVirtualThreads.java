package dev.concur.rules.virtualthreads;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Releases;
import java.util.List;

/** Virtual threads kept in a pool, as if they were dear. */
public final class PooledVirtualThreads implements HandOffRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return Releases.since(21);
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (handOff.executor().kind() != Executor.Kind.POOLED_VIRTUAL) {
      return;
    }
    String size =
        handOff.executor().size().isPresent() ? " of " + handOff.executor().size().getAsInt() : "";
    facets
        .at(handOff.at())
        .saying("a pool%s bounds virtual threads, which cost a microsecond to make", size)
        .because(List.of(handOff.executor().created(), handOff.at()));
  }
}
