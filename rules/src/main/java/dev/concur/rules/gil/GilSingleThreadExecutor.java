package dev.concur.rules.gil;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Words;
import java.util.List;
import java.util.Optional;

/** One thread that everybody's work must pass through: a lock without a lock. */
public final class GilSingleThreadExecutor implements LockRule {

  // Shorter tasks are what such a thread is for; see GilSingleThreadExecutor.md, "Threshold".
  private static final double HEAVY_NANOS = 1_000_000;

  // What is only sent takes less; see GilSingleThreadExecutor.md, "Threshold".
  private static final double ANSWER_NANOS = 40_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    boolean oneThread = use.lock().kind() == LockKind.SINGLE_THREAD_EXECUTOR;
    if (!oneThread || !use.lock().oneForAll() || !use.shared()) {
      return;
    }
    Optional<Region> heaviest =
        use.hot().stream().filter(region -> heavy(region) || asks(region)).findFirst();
    heaviest.ifPresent(region -> accuse(use, region, facets));
  }

  private static boolean heavy(Region region) {
    return region.inside().total().middle() >= HEAVY_NANOS;
  }

  /**
   * Whether it waits for an answer of another machine, which takes as long as that takes, whatever
   * one read does.
   */
  private static boolean asks(Region region) {
    return region.all(Happening.Waits.class).stream()
        .findFirst()
        .filter(wait -> wait.kind() == Kind.NETWORK)
        .filter(wait -> wait.nanos().middle() >= ANSWER_NANOS)
        .isPresent();
  }

  private static String each(Region region) {
    double nanos = region.inside().total().middle();
    return nanos >= HEAVY_NANOS
        ? Words.format("%s each: at most %.0f a second", Words.guess(nanos), 1e9 / nanos)
        : "and waits for the network there, one at a time";
  }

  private void accuse(LockUse use, Region region, Facets facets) {
    facets
        .at(region.at())
        .saying("every task passes through %s, %s", use.lock().words(), each(region))
        .severity(Gil.loudness(use, severity()))
        .because(Gil.evidence(use))
        .because(
            region.all(Happening.class).stream()
                .findFirst()
                .map(Happening::chain)
                .orElse(List.of()));
  }
}
