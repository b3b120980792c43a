package dev.concur.advise;

import dev.concur.model.Bound;
import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from a subject what one task of it costs. */
final class Workloads {

  /**
   * Requests at once when nobody says: between a connection pool's 10 (HikariCP) and a servlet
   * container's 200 (Tomcat), their geometric mean.
   */
  static final Interval IN_FLIGHT = new Interval(10, 45, 200);

  /**
   * A native call that nobody can see into, ns: as little as one that is worth the trouble, as much
   * as a page scanned.
   */
  static final Interval NATIVE_CALL = new Interval(20_000, 200_000, 20_000_000);

  private Workloads() {}

  /** One round of a loop. */
  static Workload of(Loop loop) {
    Interval trips = loop.trips().max(Interval.of(1));
    return new Workload(
        loop.body().cpu(),
        loop.body().waiting(),
        Interval.ZERO,
        Interval.ZERO,
        trips,
        waits(loop.happenings()),
        computes(loop.happenings()));
  }

  /** One task that is handed over; empty when its cost is unknown. */
  static Optional<Workload> of(HandOff handOff) {
    return handOff.cost().map(cost -> free(cost, atOnce(handOff), handOff.happenings()));
  }

  private static Interval atOnce(HandOff handOff) {
    if (handOff.joined()) {
      return Interval.of(1);
    }
    return handOff.times().middle() > 1 ? handOff.times() : IN_FLIGHT;
  }

  /** What passes through a funnel: nothing is held, there is only one who works. */
  static Workload ofFunnel(Region region) {
    return free(region.inside(), IN_FLIGHT, region.happenings());
  }

  private static Workload free(Cost cost, Interval tasks, List<Happening> happenings) {
    return new Workload(
        cost.cpu(),
        cost.waiting(),
        Interval.ZERO,
        Interval.ZERO,
        tasks,
        waits(happenings),
        computes(happenings));
  }

  /** One piece of the work that passes through a lock, at its heaviest place. */
  static Workload of(LockUse use, Region region, Program program) {
    Cost held = held(region);
    Cost outside = outside(use, held, region, program);
    return new Workload(
        outside.cpu(),
        outside.waiting(),
        held.cpu(),
        held.waiting(),
        IN_FLIGHT,
        waits(region.happenings()),
        computes(region.happenings()));
  }

  /** Native code has no cost of its own in a region; what is assumed for it is added. */
  static Cost held(Region region) {
    Cost seen = region.inside();
    return region.has(Happening.EntersNative.class)
        ? new Cost(seen.cpu().plus(NATIVE_CALL), seen.waiting(), Provenance.CATALOGUE)
        : seen;
  }

  /**
   * The rest of the work by the held share; how much of it waits is told by waits that give the
   * lock back, or else by the entry that the work comes from.
   */
  private static Cost outside(LockUse use, Cost held, Region region, Program program) {
    double share = Math.min(1, Math.max(0.01, use.heldShare().middle()));
    double rest = held.total().middle() * (1 / share - 1);
    Interval released =
        region.all(Happening.WaitsReleased.class).stream()
            .map(Happening.WaitsReleased::nanos)
            .reduce(Interval.ZERO, Interval::plus);
    double waitShare = released.isZero() ? waitShare(use, program) : 1;
    return new Cost(
        Interval.of(rest * (1 - waitShare)),
        Interval.of(rest * waitShare).max(released),
        held.provenance());
  }

  private static double waitShare(LockUse use, Program program) {
    return use.entries().stream()
        .map(entry -> program.label(entry.at().methodRef()))
        .flatMap(Optional::stream)
        .filter(label -> label.bound() != Bound.UNKNOWN)
        .map(Label::cost)
        .flatMap(Optional::stream)
        .mapToDouble(Cost::waitShare)
        .max()
        .orElse(0);
  }

  private static Set<Kind> waits(List<Happening> happenings) {
    Set<Kind> kinds = new LinkedHashSet<>();
    for (Happening happening : happenings) {
      if (happening instanceof Happening.Waits wait) {
        kinds.add(wait.kind());
      }
    }
    return kinds;
  }

  private static Set<Kind> computes(List<Happening> happenings) {
    Set<Kind> kinds = new LinkedHashSet<>();
    for (Happening happening : happenings) {
      if (happening instanceof Happening.Computes computes) {
        kinds.add(computes.kind());
      }
    }
    return kinds;
  }
}
