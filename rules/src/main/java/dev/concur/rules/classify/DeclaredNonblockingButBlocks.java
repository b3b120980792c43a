package dev.concur.rules.classify;

import dev.concur.model.Cost;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Words;
import java.util.Optional;
import java.util.Set;

/** A method that promises in an annotation not to wait, and waits. */
public final class DeclaredNonblockingButBlocks implements MethodRule {

  // By these simple names several libraries and tools know the promise; see the page.
  private static final Set<String> PROMISES = Set.of("NonBlocking", "Nonblocking", "Lockless");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    Optional<String> promise =
        program.annotations(label.method()).stream().filter(PROMISES::contains).findFirst();
    boolean waits = label.blocking() && label.kinds().stream().anyMatch(Kind::waits);
    if (promise.isEmpty() || !waits) {
      return;
    }
    double nanos = label.cost().orElse(Cost.NONE).waiting().middle();
    facets
        .at(label.at())
        .saying("promises @%s and waits %s", promise.get(), Words.time(nanos))
        .confidence(label.confidence())
        .because(label.evidence());
  }
}
