package dev.concur.advise;

import dev.concur.model.Bound;
import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import dev.concur.rule.CachedFiles;
import dev.concur.rule.InRounds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Tells from a subject what one task of it costs. */
final class Workloads {

  /**
   * Requests at once when nobody says: between a connection pool's 10 (HikariCP) and a servlet
   * container's 200 (Tomcat), their geometric mean.
   */
  static final Interval IN_FLIGHT = new Interval(10, 45, 200);

  /** A question over a network and its answer, ns, when the time of neither is known. */
  static final double REQUEST_NANOS = 5_000_000;

  /** Questions in a list that is given, when nobody says how many. */
  static final Interval ASKED = new Interval(1, 50, 1_000);

  // A guess of so many is one about a list; what is guessed to be fewer has another reason to be.
  private static final double LISTED = 10;

  /**
   * A native call that nobody can see into, ns: as little as one that is worth the trouble, as much
   * as a page scanned.
   */
  static final Interval NATIVE_CALL = new Interval(20_000, 200_000, 20_000_000);

  // Starting a process takes 2 ms, a line of one that runs .1 ms (catalogue).
  private static final double STARTED_NANOS = 1_000_000;

  // A share of a guess; less of it than this says nothing.
  private static final double LEAST_SHARE = 0.01;

  // A field is read and written, a map entry touched.
  private static final double MOMENT_NANOS = 1_000;

  private Workloads() {}

  /** One round of a loop. */
  static Workload of(Loop loop, Program program) {
    OptionalInt permits = permits(loop.happenings(), program);
    Interval trips = bounded(rounds(loop), permits);
    Cost body = CachedFiles.round(loop);
    Workload round =
        new Workload(
            body.cpu().plus(talking(loop.happenings())),
            asked(body.waiting(), loop.happenings()),
            Interval.ZERO,
            Interval.ZERO,
            trips,
            body.waiting().isZero() ? Set.of() : waits(loop.happenings()),
            computes(loop.happenings()));
    return permits.isPresent() ? round.bearing(permits.getAsInt()) : round;
  }

  /**
   * What a guessed size says of the weight of a loop is too much for what is waited for at once.
   */
  static Interval rounds(Loop loop) {
    if (loop.service()) {
      return IN_FLIGHT;
    }
    return loop.trip() == Loop.Trip.DATA && askedSoOften(loop.trips(), CachedFiles.round(loop))
        ? ASKED
        : loop.trips().max(Interval.of(1));
  }

  /** Whether nobody knows how many there are of what waits for its answer. */
  private static boolean askedSoOften(Interval times, Cost each) {
    boolean guessed = times.low() < times.high() && times.middle() >= LISTED;
    return guessed && each.waiting().middle() > each.cpu().middle();
  }

  /** One task that is handed over; empty when its cost is unknown. */
  static Optional<Workload> of(HandOff handOff, Program program) {
    OptionalInt permits = permits(handOff.happenings(), program);
    Interval atOnce = bounded(atOnce(handOff, program), permits);
    return handOff
        .cost()
        .map(cost -> free(cost, atOnce, handOff.happenings()))
        .map(task -> permits.isPresent() ? task.bearing(permits.getAsInt()) : task);
  }

  /** How many a semaphore or a pool of known size on the way to a wait lets through. */
  static OptionalInt permits(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .flatMap(wait -> wait.chain().stream())
        .map(Spot::methodRef)
        .distinct()
        .flatMapToInt(method -> program.permits(method).stream())
        .min();
  }

  private static Interval bounded(Interval atOnce, OptionalInt permits) {
    double most = permits.isPresent() ? Math.max(1, permits.getAsInt()) : atOnce.high();
    return new Interval(
        Math.min(atOnce.low(), most),
        Math.min(atOnce.middle(), most),
        Math.min(atOnce.high(), most));
  }

  private static Interval atOnce(HandOff handOff, Program program) {
    if (!handOff.joined()) {
      return atOnce(handOff);
    }
    return FanOut.loop(handOff, program)
        .map(loop -> handOff.times().middle() > 1 ? atOnce(handOff) : rounds(loop))
        .orElse(Interval.of(1));
  }

  /** Tasks that a place has to give at once. */
  static Interval atOnce(HandOff handOff) {
    if (askedSoOften(handOff.times(), handOff.cost().orElse(Cost.NONE))) {
      return ASKED;
    }
    return handOff.times().middle() > 1 ? handOff.times() : IN_FLIGHT;
  }

  /** What passes through a funnel: nothing is held, there is only one who works. */
  static Workload ofFunnel(Region region) {
    return free(region.inside(), IN_FLIGHT, region.happenings());
  }

  private static Workload free(Cost cost, Interval tasks, List<Happening> happenings) {
    return new Workload(
        cost.cpu().plus(talking(happenings)),
        asked(cost.waiting(), happenings),
        Interval.ZERO,
        Interval.ZERO,
        tasks,
        waits(happenings),
        computes(happenings));
  }

  /** One piece of the work that passes through a lock, at its heaviest place. */
  static Workload of(LockUse use, Region region, Program program, Optional<Feed> feed) {
    Cost held = talking(held(region), region);
    Cost outside =
        around(use, held, region, program, feed)
            .orElseGet(() -> outside(use, held, region, program));
    return new Workload(
        outside.cpu(),
        outside.waiting(),
        held.cpu(),
        held.waiting(),
        feed.map(Feed::tasks).orElse(IN_FLIGHT),
        waits(region.happenings()),
        computes(region.happenings()));
  }

  /** A task that waits behind one lock for all of its time. */
  static Workload behindLock(Cost task, List<Happening> happenings, Interval tasks) {
    return new Workload(
        Interval.ZERO,
        Interval.ZERO,
        task.cpu().plus(talking(happenings)),
        asked(task.waiting(), happenings),
        tasks,
        waits(happenings),
        computes(happenings));
  }

  /**
   * What is done around a pass by whoever is seen to bring the tasks; empty when a task may pass
   * any number of times, or nobody is seen.
   */
  private static Optional<Cost> around(
      LockUse use, Cost held, Region region, Program program, Optional<Feed> feed) {
    if (!use.lock().proper() || feed.isEmpty()) {
      return Optional.empty();
    }
    if (InRounds.passed(region, program)) {
      return Optional.of(aPass(held, region));
    }
    return held.total().middle() < MOMENT_NANOS
        ? Optional.empty()
        : feed.get().task().map(task -> besides(task, region));
  }

  /** What a task does before and after it holds the lock. */
  private static Cost besides(Cost task, Region region) {
    Interval released = released(region);
    return new Cost(
        task.cpu().minus(region.inside().cpu()),
        task.waiting().minus(region.inside().waiting()).max(released),
        task.provenance());
  }

  /** What is done around one of many passes of a task, by the share that the lock has of it. */
  private static Cost aPass(Cost held, Region region) {
    double share = Math.min(1, Math.max(LEAST_SHARE, region.share()));
    return held.times(1 / share - 1);
  }

  private static Interval released(Region region) {
    return region.all(Happening.WaitsReleased.class).stream()
        .map(Happening.WaitsReleased::nanos)
        .reduce(Interval.ZERO, Interval::plus);
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
    boolean makes =
        region.path() == Path.MISS || use.lock().kind() == LockKind.SYNCHRONIZED_COLLECTION;
    // Who makes a value that is missing does little else; the share is of those who find theirs.
    double share = makes ? 1 : Math.min(1, Math.max(0.01, use.heldShare().middle()));
    double told = held.total().middle() * (1 / share - 1);
    // How often a task draws is in the share already.
    double seen = use.lock().kind() == LockKind.SEED ? 0 : around(use, held, program);
    double rest = Math.max(told, seen);
    Interval released = released(region);
    double waiting = held.total().middle() / share * waitShare(use, program);
    double outside = Math.max(0, waiting - held.waiting().middle());
    double waited = released.isZero() ? Math.min(rest, outside) : rest;
    return new Cost(
        Interval.of(rest - waited), Interval.of(waited).max(released), held.provenance());
  }

  /**
   * What the work around a moment under a lock costs, ns: nobody counts for the sake of counting,
   * so the entry that does most beside it stands for all.
   */
  private static double around(LockUse use, Cost held, Program program) {
    if (held.total().middle() >= MOMENT_NANOS || !use.lock().proper()) {
      return 0;
    }
    return use.entries().stream()
        .map(entry -> program.label(entry.at().methodRef()))
        .flatMap(Optional::stream)
        .map(Label::cost)
        .flatMap(Optional::stream)
        .mapToDouble(cost -> cost.total().middle() - held.total().middle())
        .max()
        .orElse(0);
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

  private static Cost talking(Cost held, Region region) {
    return new Cost(
        held.cpu().plus(talking(region.happenings())),
        asked(held.waiting(), region.happenings()),
        held.provenance());
  }

  /**
   * What a task waits over a network is an answer at least, however little its single reads and
   * writes are taken to wait.
   */
  private static Interval asked(Interval waiting, List<Happening> happenings) {
    boolean network =
        waits(happenings).stream().findFirst().filter(Kind.NETWORK::equals).isPresent()
            || Happening.answer(happenings).isPresent()
            || conversation(happenings);
    boolean known = waiting.low() == waiting.high() || waiting.middle() >= REQUEST_NANOS;
    return !network || known
        ? waiting
        : new Interval(waiting.low(), REQUEST_NANOS, Math.max(waiting.high(), REQUEST_NANOS));
  }

  /** Whether it asks a process that is there already, and waits for that longest. */
  private static boolean conversation(List<Happening> happenings) {
    return waits(happenings).stream().findFirst().filter(Kind.PROCESS::equals).isPresent()
        && happenings.stream()
            .filter(Happening.Waits.class::isInstance)
            .map(Happening.Waits.class::cast)
            .filter(wait -> wait.kind() == Kind.PROCESS)
            .allMatch(wait -> wait.nanos().middle() < STARTED_NANOS);
  }

  /** Computing that comes with waits for another machine. */
  private static Interval talking(List<Happening> happenings) {
    double talk = talkNanos(waits(happenings));
    return Interval.of(
        conversation(happenings) ? talk - Laws.PROCESS_TALK_NANOS + Laws.NETWORK_TALK_NANOS : talk);
  }

  /** The same, ns. */
  static double talkNanos(Set<Kind> waits) {
    return waits.stream().mapToDouble(Workloads::talking).sum();
  }

  /** What of the computing goes where the waiting goes at most, ns: over a network that of HTTP. */
  static double leavingNanos(Set<Kind> waits) {
    return talkNanos(waits) + (waits.contains(Kind.NETWORK) ? Laws.HTTP_NANOS : 0);
  }

  private static double talking(Kind kind) {
    return switch (kind) {
      case NETWORK -> Laws.NETWORK_TALK_NANOS;
      case DATABASE -> Laws.DATABASE_TALK_NANOS;
      case PROCESS -> Laws.PROCESS_TALK_NANOS;
      default -> 0;
    };
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
