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
import dev.concur.rule.Words;

/** Virtual threads that mostly wait for files, which keeps their carriers. */
public final class FileIoHeavyOnVirtual implements HandOffRule {

  // Shorter waits hardly keep a carrier; see FileIoHeavyOnVirtual.md, "Threshold".
  private static final double HEAVY_NANOS = 50_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
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
    handOff.all(Happening.Waits.class).stream()
        .filter(wait -> wait.kind().outside())
        .findFirst() // the heaviest
        .filter(wait -> wait.kind() == Kind.DISK && wait.nanos().middle() >= HEAVY_NANOS)
        .ifPresent(
            wait ->
                facets
                    .at(handOff.at())
                    .saying(
                        "these virtual threads mostly wait for files (%s), and keep their carriers"
                            + " meanwhile",
                        Words.time(wait.nanos().middle()))
                    .because(wait.chain()));
  }
}
