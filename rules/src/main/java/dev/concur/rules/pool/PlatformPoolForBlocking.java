package dev.concur.rules.pool;

import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.WaitsBehind;
import dev.concur.rule.Words;
import java.util.Optional;

/** Platform threads that spend their time waiting for somebody else. */
public final class PlatformPoolForBlocking implements HandOffRule {

  // A thread that waits nine tenths of its time could be shared by ten; see the page, "Threshold".
  private static final double MOSTLY_WAITING = 0.9;

  // Waits shorter than a thread's start (about .1 ms) are no reason to change threads; see the
  // page.
  private static final double WORTH_NANOS = 100_000;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (handOff.joined()) {
      return; // one at a time: that is what is lost there, whatever the thread
    }
    if (!holdsPlatformThreads(handOff, program) || handOff.path() != Path.HOT) {
      return;
    }
    if (Pools.hasThreadForEach(handOff, program)) {
      return;
    }
    Optional<Cost> cost = handOff.cost().filter(PlatformPoolForBlocking::mostlyWaits);
    Optional<Happening.Waits> wait = remoteWait(handOff);
    if (cost.isEmpty() || wait.isEmpty()) {
      return;
    }
    facets
        .at(handOff.at())
        .about(
            WaitsBehind.of(handOff, program)
                .map(use -> "lock " + use.lock().id())
                .orElse(Pools.thing(handOff)))
        .saying(
            "tasks wait %s of their %s for the %s, and each holds a platform thread of %s"
                + " meanwhile",
            Words.percent(cost.get().waitShare()),
            Words.time(cost.get().total().middle()),
            wait.get().kind().word(),
            Pools.words(handOff.executor()))
        .because(Pools.evidence(handOff, wait.get()));
  }

  private static boolean holdsPlatformThreads(HandOff handOff, Program program) {
    return switch (handOff.executor().kind()) {
      case FIXED, CORES -> true;
      // Without virtual threads such a pool already does what can be done.
      case CACHED -> program.target().virtualThreads();
      // One thread that is started once serves the program well; many in a row do not.
      case NEW_THREAD -> handOff.times().middle() > 1;
      default -> false;
    };
  }

  private static boolean mostlyWaits(Cost cost) {
    return cost.waitShare() >= MOSTLY_WAITING && cost.waiting().middle() >= WORTH_NANOS;
  }

  /**
   * Waiting for files holds a carrier too, and waiting for another thread may need that very
   * thread.
   */
  private static Optional<Happening.Waits> remoteWait(HandOff handOff) {
    return handOff.all(Happening.Waits.class).stream()
        .filter(wait -> wait.kind() != Kind.DISK && wait.kind() != Kind.LOCK)
        .filter(wait -> wait.kind() != Kind.INPUT)
        .findFirst();
  }
}
