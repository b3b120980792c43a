package dev.concur.rules.gil;

import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Queued;
import dev.concur.rule.Words;
import java.util.List;
import java.util.Optional;

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
    if (!computes) {
      Optional<Queued> queued = Queued.at(use, program);
      queued.ifPresent(tasks -> queued(use, tasks, facets));
      if (queued.isEmpty() && Gil.crowded(use)) {
        crowded(use, facets);
      }
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

  /** What is given to several threads in order to run side by side stands in a queue instead. */
  private static void queued(LockUse use, Queued tasks, Facets facets) {
    facets
        .at(tasks.region().at())
        .saying(
            "tasks that are run side by side compute %s each, and nearly all of it with %s held: one"
                + " at a time",
            Words.guess(tasks.task().cpu().middle()), use.lock().words())
        .severity(Severity.NOTE)
        .confidence(Confidence.MEDIUM)
        .because(
            List.of(
                use.lock()
                    .declared()
                    .noting(
                        use.lock().words() + ", shared: " + String.join("; ", use.sharedBecause())),
                tasks.region().at()))
        .because(tasks.happenings().stream().findFirst().map(Happening::chain).orElse(List.of()));
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
