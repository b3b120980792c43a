package dev.concur.rules.spin;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.List;

/** A loop that sleeps and looks again. */
public final class PollSleepLoop implements LoopRule {

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    List<Happening.LooksAgain> looks = loop.all(Happening.LooksAgain.class);
    List<Happening.Waits> waits = loop.all(Happening.Waits.class);
    boolean sleeps = !waits.isEmpty() && waits.stream().allMatch(w -> w.kind() == Kind.SLEEP);
    if (looks.isEmpty() || !sleeps) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "looks every %s at %s, whether something has happened",
            Words.time(waits.get(0).nanos().middle()), looks.get(0).what())
        .because(waits.get(0).chain());
  }
}
