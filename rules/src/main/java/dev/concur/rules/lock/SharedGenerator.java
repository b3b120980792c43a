package dev.concur.rules.lock;

import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;

/** One generator of random numbers from which all threads draw, often enough to matter. */
public final class SharedGenerator implements LockRule {

  // Drawing this much of the time, two threads meet at the seed all the time; see
  // SharedGenerator.md, "Threshold".
  private static final double OFTEN = 0.1;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.SEED || !use.lock().oneForAll() || !use.shared()) {
      return;
    }
    if (use.hot().isEmpty() || use.heldShare().middle() < OFTEN) {
      return;
    }
    List<Spot> evidence = new ArrayList<>(List.of(use.lock().declared()));
    use.hot().stream().map(Region::at).forEach(evidence::add);
    facets
        .at(use.hot().get(0).at())
        .saying(
            "all threads draw from the %s, for %s of their work: each draw waits for the one before",
            use.lock().words(), Words.percent(use.heldShare().middle()))
        .because(evidence);
  }
}
