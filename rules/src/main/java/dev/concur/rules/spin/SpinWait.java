package dev.concur.rules.spin;

import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import java.util.List;

/** A loop that looks without a pause whether another thread has done something. */
public final class SpinWait implements LoopRule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    List<Happening.LooksAgain> looks = loop.all(Happening.LooksAgain.class);
    boolean waits = !loop.all(Happening.Waits.class).isEmpty();
    if (looks.isEmpty() || waits || looks.get(0).yields()) {
      return;
    }
    facets
        .at(loop.at())
        .saying("keeps a core busy looking at %s", looks.get(0).what())
        .because(looks.get(0).chain());
  }
}
