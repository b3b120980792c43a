package dev.concur.rules.virtualthreads;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Releases;

/** A virtual thread that runs native code, and keeps its carrier meanwhile. */
public final class PinnedByNative implements HandOffRule {

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
    if (handOff.executor().kind() != Executor.Kind.VIRTUAL) {
      return;
    }
    handOff.all(Happening.EntersNative.class).stream()
        .findFirst()
        .ifPresent(
            enters ->
                facets
                    .at(handOff.at())
                    .saying(
                        "a virtual thread enters native %s.%s and keeps its carrier until it returns",
                        enters.method().simpleOwner(), enters.method().name())
                    .because(enters.chain()));
  }
}
