package dev.concur.rules.async;

import dev.concur.model.Bound;
import dev.concur.model.HandOff;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import java.util.List;

/** Computing that is handed to another thread, and waited for at once. */
public final class AsyncOverCpu implements HandOffRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (!handOff.joined()) {
      return;
    }
    handOff
        .task()
        .filter(task -> task.bound() == Bound.CPU || task.bound() == Bound.LIGHT)
        .ifPresent(
            task ->
                facets
                    .at(handOff.at())
                    .saying("one thread computes while the other waits for it: nothing overlaps")
                    .confidence(task.confidence())
                    .because(List.of(handOff.at(), task.at())));
  }
}
