package dev.concur.advise;

import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the lock behind which the tasks of an executor wait for what they wait for longest: as long
 * as it is there, no way of running them lets two wait at once.
 */
final class WaitsBehind {

  // Readers share, and funnels have findings of their own.
  private static final Set<LockKind> NOT_MEANT =
      EnumSet.of(
          LockKind.READ_WRITE_LOCK,
          LockKind.SINGLE_THREAD_EXECUTOR,
          LockKind.SINGLE_CONNECTION,
          LockKind.EVENT_LOOP);

  private WaitsBehind() {}

  static Optional<LockUse> of(HandOff handOff, Program program) {
    List<Spot> way =
        handOff.all(Happening.Waits.class).stream()
            .findFirst()
            .map(Happening.Waits::chain)
            .orElse(List.of());
    return program.locks().stream()
        .filter(use -> use.lock().oneForAll() && !NOT_MEANT.contains(use.lock().kind()))
        .filter(use -> use.regions().stream().anyMatch(region -> passes(region, use, way)))
        .findFirst();
  }

  private static boolean passes(Region region, LockUse use, List<Spot> way) {
    boolean whole = use.lock().kind() == LockKind.SYNCHRONIZED_METHOD;
    return way.stream()
        .filter(spot -> spot.methodRef().equals(region.at().methodRef()))
        .anyMatch(spot -> whole || region.has(Happening.Waits.class));
  }
}
