package dev.concur.rule;

import dev.concur.model.Cost;
import dev.concur.model.Entry;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Label;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tasks that are given away to be run side by side, and then compute nearly all that they compute
 * while they hold one lock: what the pool is there for does not happen, however short they are.
 *
 * @param region where they take the lock
 * @param task what one of them costs
 * @param happenings what it does that is worth naming, from the region on
 * @param tasks how many there are
 * @param threads threads that run them; empty when it is one a core
 * @param rounds whether a task passes there in a loop, and computes nothing that was missing
 */
public record Queued(
    Region region,
    Cost task,
    List<Happening> happenings,
    Interval tasks,
    OptionalInt threads,
    boolean rounds) {

  // What is left beside it keeps no second core busy.
  private static final double NEARLY_ALL = 0.8;

  // Giving a task away and taking its result costs as much; see GilCpu.md, "Threshold".
  private static final double TINY_NANOS = 3_000;

  // Ten times what starting a parallel stream costs; see GilCpu.md, "Threshold".
  private static final double STREAM_NANOS = 100_000;

  // A lock is taken that is free, and given back.
  private static final double LEAST_NANOS = 20;

  // A map is asked, a field read; see GilCpu.md, "Threshold".
  private static final double LOOKUP_NANOS = 200;

  // Of so many requests at once a tenth computes then, and keeps two cores busy; see GilCpu.md,
  // "Threshold".
  private static final double MOSTLY_WAITING = 0.9;

  // Requests that a service has at once, as everywhere; see GilCpu.md, "Threshold".
  private static final Interval IN_FLIGHT = new Interval(10, 45, 200);

  private static final Set<Executor.Kind> SIDE_BY_SIDE =
      EnumSet.of(
          Executor.Kind.FIXED,
          Executor.Kind.CORES,
          Executor.Kind.CACHED,
          Executor.Kind.WORK_STEALING,
          Executor.Kind.COMMON_POOL,
          Executor.Kind.NEW_THREAD,
          Executor.Kind.VIRTUAL);

  /** Work that is done side by side. */
  private record Work(
      Cost task,
      List<Happening> happenings,
      Predicate<MethodRef> begins,
      Interval tasks,
      OptionalInt threads,
      boolean stream) {

    /** Elements of a stream are not given away one by one. */
    boolean tiny() {
      return stream
          ? task.cpu().middle() * tasks.middle() < STREAM_NANOS
          : task.cpu().middle() < TINY_NANOS;
    }
  }

  public Queued {
    happenings = List.copyOf(happenings);
  }

  /**
   * How often a task takes the lock: one that takes it anew for each comparison hands it over as
   * often, and each time costs. Where a pass only looks something up, what it computes is what was
   * missing there, unless it counts or notes something for each of many.
   */
  public double passes() {
    double held = region.inside().cpu().middle();
    return held < LOOKUP_NANOS && !rounds
        ? 1
        : Math.max(1, task.cpu().middle() / Math.max(LEAST_NANOS, held));
  }

  /** What a task costs for each time that it takes the lock. */
  public Cost pass() {
    return task.times(1 / passes());
  }

  /** The tasks that queue at a lock, those that compute most; empty when none were seen. */
  public static Optional<Queued> at(LockUse use, Program program) {
    if (!use.lock().oneForAll() || !use.shared() || !use.lock().proper() || !one(use)) {
      return Optional.empty();
    }
    return Stream.concat(sideBySide(program), requests(use, program))
        .filter(work -> !work.tiny())
        .filter(work -> work.task().waitShare() < 1 - NEARLY_ALL)
        .flatMap(work -> at(use, work, program).stream())
        .max(Comparator.comparingDouble(queued -> queued.task().cpu().middle()));
  }

  /** Whether all of them meet the same object, and not each its own. */
  private static boolean one(LockUse use) {
    return use.crowd() || use.foundByAll();
  }

  private static Stream<Work> sideBySide(Program program) {
    return Stream.concat(
        program.handOffs().stream()
            .filter(Queued::several)
            .map(
                handOff ->
                    new Work(
                        handOff.cost().orElse(Cost.NONE),
                        handOff.happenings(),
                        handOff.tasks()::contains,
                        handOff.times(),
                        handOff.executor().size(),
                        false)),
        program.loops().stream()
            .filter(Loop::parallel)
            .filter(loop -> loop.path() == Path.HOT)
            .map(
                loop ->
                    new Work(
                        loop.body(),
                        loop.happenings(),
                        method -> functionOf(loop, method),
                        loop.trips(),
                        OptionalInt.empty(),
                        true)));
  }

  /** What a server runs for those who ask it, many at once. */
  private static Stream<Work> requests(LockUse use, Program program) {
    return use.entries().stream()
        .filter(entry -> entry.kind() == Entry.Kind.WEB && entry.concurrent())
        .map(entry -> entry.at().methodRef())
        .flatMap(
            handler ->
                program.label(handler).flatMap(Label::cost).stream()
                    .filter(cost -> cost.waitShare() < MOSTLY_WAITING)
                    .map(cost -> request(handler, cost)));
  }

  /** Its answer is sent when the lock was given back. */
  private static Work request(MethodRef handler, Cost cost) {
    Cost computing = new Cost(cost.cpu(), Interval.ZERO, cost.provenance());
    return new Work(computing, List.of(), handler::equals, IN_FLIGHT, OptionalInt.empty(), false);
  }

  /** Whether a method is the body of a function that is written where the stream is. */
  private static boolean functionOf(Loop stream, MethodRef method) {
    MethodRef around = stream.at().methodRef();
    return method.owner().equals(around.owner())
        && method.name().startsWith("lambda$" + around.name() + "$");
  }

  private static boolean several(HandOff handOff) {
    return SIDE_BY_SIDE.contains(handOff.executor().kind())
        && handOff.executor().size().orElse(2) > 1
        && !handOff.joined()
        && handOff.path() == Path.HOT;
  }

  private static Optional<Queued> at(LockUse use, Work work, Program program) {
    return use.regions().stream()
        .filter(region -> region.excludesAll() && region.path() != Path.COLD)
        .filter(region -> region.path() != Path.ERROR)
        .flatMap(region -> through(use, region, work, program).stream())
        .findFirst();
  }

  private static Optional<Queued> through(LockUse use, Region region, Work work, Program program) {
    double most = NEARLY_ALL * work.task().cpu().middle();
    List<Happening> after = after(region, work.happenings());
    double seen =
        after.stream()
            .filter(Happening.Computes.class::isInstance)
            .mapToDouble(each -> ((Happening.Computes) each).nanos().middle())
            .sum();
    boolean alone = use.heldShare().middle() >= NEARLY_ALL;
    boolean passes =
        seen >= most
            && (alone || wholly(use, region, program) || region.has(Happening.Computes.class));
    boolean begins =
        !looksUp(region)
            && (alone || region.inside().cpu().middle() >= most)
            && use.entries().stream().anyMatch(entry -> work.begins().test(entry.at().methodRef()));
    if (!passes && !begins) {
      return Optional.empty();
    }
    List<Happening> inside = passes ? new ArrayList<>(after) : region.happenings();
    if (passes) {
      region.happenings().stream()
          .filter(each -> !(each instanceof Happening.Computes))
          .forEach(inside::add);
    }
    boolean rounds = !passes && !region.writes().isEmpty() && InRounds.passed(region, program);
    return Optional.of(
        new Queued(region, work.task(), inside, work.tasks(), work.threads(), rounds));
  }

  /**
   * Whether it only looks at something and changes nothing: then nothing is made there that was
   * missing either, and what the task computes it computes elsewhere.
   */
  private static boolean looksUp(Region region) {
    return region.inside().cpu().middle() < LOOKUP_NANOS && region.writes().isEmpty();
  }

  /** Whether nearly all that the method does is done while it holds the lock. */
  private static boolean wholly(LockUse use, Region region, Program program) {
    boolean whole = region.wholeBody() || use.lock().kind() == LockKind.SYNCHRONIZED_METHOD;
    return whole
        || program
            .label(region.at().methodRef())
            .flatMap(label -> label.cost())
            .filter(cost -> region.inside().total().middle() >= NEARLY_ALL * cost.total().middle())
            .isPresent();
  }

  /** What happens in the method of the region or below it, as seen from there. */
  private static List<Happening> after(Region region, List<Happening> happenings) {
    List<Happening> found = new ArrayList<>();
    for (Happening happening : happenings) {
      int from = position(region, happening.chain());
      if (from >= 0 && happening instanceof Happening.Computes computes) {
        List<Spot> chain = computes.chain().subList(from, computes.chain().size());
        found.add(new Happening.Computes(computes.kind(), computes.nanos(), chain));
      }
    }
    return found;
  }

  private static int position(Region region, List<Spot> chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).methodRef().equals(region.at().methodRef())) {
        return i;
      }
    }
    return -1;
  }
}
