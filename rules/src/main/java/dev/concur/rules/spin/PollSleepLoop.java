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
    if (loop.counted()) {
      return; // so many attempts, then an end
    }
    List<Happening.Waits> waits = loop.all(Happening.Waits.class);
    boolean onlySleeps = !waits.isEmpty() && waits.stream().allMatch(w -> w.kind() == Kind.SLEEP);
    if (!onlySleeps || waits.size() != loop.happenings().size()) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "looks every %s whether something has happened",
            Words.time(waits.get(0).nanos().middle()))
        .because(waits.get(0).chain());
  }
}
