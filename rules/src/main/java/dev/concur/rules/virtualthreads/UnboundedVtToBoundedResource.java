package dev.concur.rules.virtualthreads;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Releases;

/** As many virtual threads as there are items, all after the same few connections. */
public final class UnboundedVtToBoundedResource implements HandOffRule {

  // Connection pools have about ten; see UnboundedVtToBoundedResource.md, "Threshold".
  private static final int CONNECTIONS = 10;

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
    boolean many = handOff.times().high() > CONNECTIONS;
    if (handOff.executor().kind() != Executor.Kind.VIRTUAL || handOff.bounded() || !many) {
      return;
    }
    handOff.all(Happening.Waits.class).stream()
        .filter(wait -> wait.kind() == Kind.DATABASE)
        .findFirst()
        .ifPresent(
            wait ->
                facets
                    .at(handOff.at())
                    .saying(
                        "about %.0f virtual threads at once ask for a database connection, and nothing"
                            + " bounds them",
                        handOff.times().middle())
                    .because(wait.chain()));
  }
}
