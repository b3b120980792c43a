package dev.concur.rule;

import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the lock behind which the tasks of an executor, or the rounds of a loop, wait for what they
 * wait for longest: as long as it is there, no way of running them lets two wait at once.
 */
public final class WaitsBehind {

  // Readers share, and funnels have findings of their own.
  private static final Set<LockKind> NOT_MEANT =
      EnumSet.of(
          LockKind.READ_WRITE_LOCK,
          LockKind.SINGLE_THREAD_EXECUTOR,
          LockKind.SINGLE_CONNECTION,
          LockKind.EVENT_LOOP);

  private WaitsBehind() {}

  /** The lock behind which the tasks of a hand-off wait. */
  public static Optional<LockUse> of(HandOff handOff, Program program) {
    return of(handOff.happenings(), program);
  }

  /** The lock behind which the rounds of a loop wait. */
  public static Optional<LockUse> of(Loop loop, Program program) {
    return of(loop.happenings(), program);
  }

  private static Optional<LockUse> of(List<Happening> happenings, Program program) {
    List<Spot> way = way(happenings);
    return program.locks().stream()
        .filter(use -> use.lock().oneForAll() && !NOT_MEANT.contains(use.lock().kind()))
        .filter(use -> region(use, way).isPresent())
        .findFirst();
  }

  private static List<Spot> way(List<Happening> happenings) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .map(Happening::chain)
        .orElse(List.of());
  }

  private static Optional<Region> region(LockUse use, List<Spot> way) {
    return use.regions().stream().filter(region -> passes(region, use, way)).findFirst();
  }

  private static boolean passes(Region region, LockUse use, List<Spot> way) {
    boolean whole = use.lock().kind() == LockKind.SYNCHRONIZED_METHOD;
    return !given(region, way)
        && way.stream()
            .filter(spot -> spot.methodRef().equals(region.at().methodRef()))
            .anyMatch(spot -> whole || region.has(Happening.Waits.class));
  }

  /** Whether the lock is given back for this wait. */
  private static boolean given(Region region, List<Spot> way) {
    return region.all(Happening.WaitsReleased.class).stream()
        .flatMap(released -> released.chain().stream())
        .anyMatch(
            at ->
                way.stream()
                    .anyMatch(
                        spot ->
                            spot.methodRef().equals(at.methodRef()) && spot.line() == at.line()));
  }
}
