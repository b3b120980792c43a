package dev.concur.rules.gil;

import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.GilLike;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;

/** A GIL that computes while it is held: more threads make it slower, as in CPython. */
public final class GilCpu implements LockRule {

  // Below this the hand-over between threads costs more than the computing; see GilCpu.md,
  // "Threshold".
  private static final double TINY_NANOS = 5_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    boolean computes = use.gilLike() == GilLike.COMPUTE || Gil.accused(use);
    if (!computes && Gil.crowded(use)) {
      crowded(use, facets);
    }
    if (!computes || !use.lock().proper() || Gil.accusedRegions(use).isEmpty()) {
      return;
    }
    Cost inside = Gil.accusedRegions(use).get(0).inside();
    if (inside.cpu().middle() < TINY_NANOS || inside.waitShare() > 0.5) {
      return;
    }
    facets
        .at(Gil.place(use))
        .saying(
            "%s of computing a pass by one thread at a time: %s",
            Words.guess(inside.cpu().middle()), Gil.figures(use))
        .severity(Gil.loudness(use, severity()))
        .confidence(likely(use, inside) ? Confidence.MEDIUM : Gil.sureness(use))
        .because(Gil.evidence(use));
  }

  /** Whether the crowd that queues is sure, and the time for which it does a guess. */
  private static boolean likely(LockUse use, Cost inside) {
    return use.crowd() && inside.cpu().low() < TINY_NANOS;
  }

  /** No GIL of its own weight, but what passes it computes nowhere else. */
  private static void crowded(LockUse use, Facets facets) {
    Region region = Gil.accusedRegions(use).get(0);
    facets
        .at(region.at())
        .saying(
            "%s of computing a pass by one thread at a time: %s",
            Words.guess(region.inside().cpu().middle()), Gil.figures(use))
        .severity(Severity.NOTE)
        .confidence(Confidence.LOW)
        .because(Gil.evidence(use));
  }
}
