package dev.concur.advise;

import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.rule.Queued;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who brings tasks to a lock: an executor whose threads meet there, or a loop that brings one after
 * the other. What becomes of the lock helps as many as come.
 *
 * @param threads threads that come at once
 * @param tasks tasks that there are for them
 * @param task what one of them costs, the time under the lock included; empty when unknown
 * @param inTurn whether one thread brings them all
 */
record Feed(double threads, Interval tasks, Optional<Cost> task, boolean inTurn) {

  /** The executor or, when there is none, the loop whose tasks lead to the lock. */
  static Optional<Feed> of(LockUse use, Region region, Program program, int cores) {
    return program.handOffs().stream()
        .filter(handOff -> leadsTo(handOff, use))
        .filter(handOff -> threads(handOff, cores) > 1)
        .max(Comparator.comparingDouble(handOff -> threads(handOff, cores)))
        .map(handOff -> of(handOff, cores))
        .or(() -> loop(region, program).map(Feed::of));
  }

  static Feed of(HandOff handOff, int cores) {
    double threads = threads(handOff, cores);
    Interval tasks = Workloads.atOnce(handOff);
    boolean fits = tasks.high() >= threads || threads <= 1;
    return new Feed(
        handOff.joined() ? 1 : threads,
        fits ? tasks : Interval.of(threads),
        handOff.cost(),
        handOff.joined());
  }

  static Feed of(Queued tasks, int cores) {
    int threads = tasks.threads().orElse(cores);
    Interval passes = tasks.tasks().times(tasks.passes());
    return new Feed(threads, passes.max(Interval.of(threads)), Optional.of(tasks.pass()), false);
  }

  static Feed of(Loop loop) {
    return new Feed(1, Workloads.rounds(loop), Optional.of(loop.body()), true);
  }

  private static boolean leadsTo(HandOff handOff, LockUse use) {
    return use.entries().stream()
        .anyMatch(entry -> handOff.tasks().contains(entry.at().methodRef()));
  }

  /** Threads that run the tasks of a place at once; 0 when unknown. */
  private static double threads(HandOff handOff, int cores) {
    double times = handOff.times().low() < handOff.times().high() ? 0 : handOff.times().middle();
    return switch (handOff.executor().kind()) {
      case FIXED -> handOff.executor().size().orElse(0);
      case CORES -> cores;
      case VIRTUAL, NEW_THREAD, CACHED -> times;
      default -> 0;
    };
  }

  /** A loop whose rounds wait in this region, and need nothing else of each other. */
  private static Optional<Loop> loop(Region region, Program program) {
    return program.loops().stream()
        .filter(loop -> loop.independent() && loop.counted() && !loop.parallel())
        .filter(loop -> loop.trips().middle() > 1)
        .filter(loop -> passes(loop.happenings(), region))
        .findFirst();
  }

  private static boolean passes(List<Happening> happenings, Region region) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .filter(
            wait ->
                wait.chain().stream()
                    .anyMatch(spot -> spot.methodRef().equals(region.at().methodRef())))
        .isPresent();
  }
}
