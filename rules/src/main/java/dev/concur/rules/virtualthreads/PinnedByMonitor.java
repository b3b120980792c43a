package dev.concur.rules.virtualthreads;

import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import dev.concur.rule.Releases;
import dev.concur.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A virtual thread that waits with a monitor held, and keeps its carrier meanwhile. */
public final class PinnedByMonitor implements LockRule {

  // A carrier kept for less does no harm; see PinnedByMonitor.md, "Threshold".
  private static final double PINS_NANOS = 100_000;

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Releases releases() {
    return new Releases(21, 23); // JEP 491 ended it in 24
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!use.lock().kind().monitor()) {
      return;
    }
    use.regions().stream()
        .filter(region -> region.path() == Path.HOT || region.path() == Path.MISS)
        .filter(region -> program.runners(region.at().methodRef()).contains(Runner.VIRTUAL))
        .forEach(region -> pinning(region).ifPresent(wait -> accuse(use, region, wait, facets)));
  }

  /** Waiting for the monitor's own signal pins as well. */
  private static Optional<Happening> pinning(Region region) {
    Stream<Happening> waits =
        region.all(Happening.Waits.class).stream()
            .filter(wait -> wait.nanos().middle() >= PINS_NANOS)
            .map(wait -> (Happening) wait);
    return Stream.concat(waits, region.all(Happening.WaitsReleased.class).stream()).findFirst();
  }

  private static void accuse(LockUse use, Region region, Happening wait, Facets facets) {
    String how =
        wait instanceof Happening.Waits waits
            ? Words.time(waits.nanos().middle()) + " for the " + waits.kind().word()
            : "for a signal";
    facets
        .at(region.at())
        .saying(
            "a virtual thread waits %s with the monitor %s held: it keeps its carrier meanwhile",
            how, use.lock().words())
        .because(List.of(region.at()))
        .because(wait.chain());
  }
}
