package dev.concur.advise;

import dev.concur.model.Cost;
import dev.concur.model.GilLike;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Machine;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.rule.BusyCores;
import dev.concur.rule.Finding;
import dev.concur.rule.Queued;
import dev.concur.rule.Subject;
import dev.concur.rule.WaitsBehind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door to advice: which remedy pays for each finding, and what is left of it after measuring.
 */
public final class Advisor {

  // As much as a lock must be held to be accused for what is seen in it.
  private static final double LITTLE_NANOS = 5_000;

  private final Program program;
  private final Machine machine;

  private Advisor(Program program, Machine machine) {
    this.program = program;
    this.machine = machine;
  }

  /** Advice for each finding, the first thing to do first. */
  public static List<Advice> advise(Program program, List<Finding> findings, Machine machine) {
    Advisor advisor = new Advisor(program, machine);
    return findings.stream().map(advisor::advise).sorted(Ranking.FIRST_THING_FIRST).toList();
  }

  /**
   * The advice after measuring: what was refuted is withdrawn and the next best moves up.
   *
   * @param verdicts by id of the finding
   */
  public static List<Advice> settle(List<Advice> advice, Map<String, Verdict> verdicts) {
    return advice.stream()
        .map(one -> Settlement.of(one, Optional.ofNullable(verdicts.get(one.finding().id()))))
        .sorted(Ranking.FIRST_THING_FIRST)
        .toList();
  }

  private Advice advise(Finding finding) {
    return Fixes.only(finding)
        ? Fixes.of(finding)
        : situation(finding).map(this::weigh).orElseGet(() -> Fixes.of(finding));
  }

  private Advice weigh(Situation situation) {
    Choice choice = Choice.among(candidates(situation), situation);
    List<Remedy> remedies = choice.remedies();
    return new Advice(
        situation.finding(),
        remedies,
        Experiments.of(situation, choice),
        Ranking.of(situation.finding(), remedies.get(0), choice.chosen().prediction()));
  }

  private List<Candidate> candidates(Situation situation) {
    return lock(situation.finding().subject())
        .filter(use -> situation.work().locked())
        .map(use -> LockWays.all(situation, use))
        .orElseGet(() -> TaskWays.all(situation));
  }

  /** The lock that a finding is about, or behind which its tasks wait whatever runs them. */
  private Optional<LockUse> lock(Subject subject) {
    if (subject instanceof Subject.OfLock lock) {
      return Optional.of(lock.use());
    }
    if (subject instanceof Subject.OfLoop loop) {
      return WaitsBehind.of(loop.loop(), program).filter(use -> !loop.loop().parallel());
    }
    return subject instanceof Subject.OfHandOff handOff
        ? WaitsBehind.of(handOff.handOff(), program)
        : Optional.empty();
  }

  private Optional<Situation> situation(Finding finding) {
    if (finding.subject() instanceof Subject.OfLock lock) {
      return queued(finding, lock.use())
          .or(
              () ->
                  missed(finding, lock.use())
                      .or(() -> heaviest(lock.use()))
                      .flatMap(region -> atLock(finding, lock.use(), region)));
    }
    if (finding.subject() instanceof Subject.OfHandOff handOff) {
      return handedOver(finding, handOff.handOff());
    }
    return finding.subject() instanceof Subject.OfLoop loop
        ? looped(finding, loop.loop())
        : Optional.empty();
  }

  /** Tasks of a pool that stand in a queue at a lock under which they compute. */
  private Optional<Situation> queued(Finding finding, LockUse use) {
    boolean meant = finding.facets().contains("gil-cpu") && use.gilLike() != GilLike.TOTAL;
    return meant
        ? Queued.at(use, program)
            .flatMap(
                tasks ->
                    behind(
                        finding, tasks.pass(), tasks.happenings(), Feed.of(tasks, machine.cores())))
        : Optional.empty();
  }

  /** The place on a rare way that the finding is about. */
  private static Optional<Region> missed(Finding finding, LockUse use) {
    return use.regions().stream()
        .filter(region -> region.path() == Path.MISS && region.at().equals(finding.at()))
        .filter(region -> use.lock().kind() != LockKind.MAP_BIN)
        .findFirst();
  }

  /**
   * The place to weigh: of a lock with many instances nobody knows how many threads meet at one.
   */
  private static Optional<Region> heaviest(LockUse use) {
    LockKind kind = use.lock().kind();
    if (kind == LockKind.MAP_BIN || kind == LockKind.SYNCHRONIZED_COLLECTION) {
      return use.regions().stream()
          .max(Comparator.comparingDouble(region -> region.inside().total().middle()));
    }
    return use.hot().stream()
        .filter(region -> use.lock().oneForAll())
        .filter(region -> !unseen(region))
        .findFirst();
  }

  /** Nearly all of it happens in code of strangers, whose cost nobody knows. */
  private static boolean unseen(Region region) {
    return region.has(Happening.CallsOut.class) && region.inside().total().middle() < LITTLE_NANOS;
  }

  private Optional<Situation> atLock(Finding finding, LockUse use, Region region) {
    LockKind kind = use.lock().kind();
    if (kind.funnel() && kind != LockKind.SINGLE_CONNECTION) {
      Workload work = Workloads.ofFunnel(region);
      return of(finding, work, Baselines.oneThread(), region.happenings(), region.inside());
    }
    Optional<Feed> feed = Feed.of(use, region, program, machine.cores());
    return kind == LockKind.MAP_BIN
        ? atBins(finding, use, region)
        : atLock(finding, use, region, feed);
  }

  private Optional<Situation> atBins(Finding finding, LockUse use, Region region) {
    Workload work = Workloads.of(use, region, program, Optional.empty());
    Arm baseline = Baselines.atBins(work, region);
    return of(finding, work, baseline, region.happenings(), Workloads.held(region));
  }

  private Optional<Situation> atLock(
      Finding finding, LockUse use, Region region, Optional<Feed> feed) {
    Workload work = Workloads.of(use, region, program, feed);
    Arm baseline = Baselines.atLock(work, feed, machine.cores());
    return of(finding, work, baseline, region.happenings(), Workloads.held(region));
  }

  private Optional<Situation> handedOver(Finding finding, HandOff handOff) {
    if (WaitsBehind.of(handOff, program).isPresent() && handOff.cost().isPresent()) {
      Feed feed = Feed.of(handOff, machine.cores());
      return behind(finding, handOff.cost().get(), handOff.happenings(), feed);
    }
    return Workloads.of(handOff, program)
        .flatMap(
            work ->
                of(
                    finding,
                    work,
                    Compensated.pool(handOff, program)
                        ? Baselines.asManyAsCome(work)
                        : Baselines.of(handOff, work, machine.cores()),
                    handOff.happenings(),
                    handOff.cost().orElse(Cost.NONE)));
  }

  /** Tasks that queue for a lock, whatever runs them. */
  private Optional<Situation> behind(
      Finding finding, Cost task, List<Happening> happenings, Feed feed) {
    Workload work = Workloads.behindLock(task, happenings, feed.tasks());
    Arm baseline = Baselines.atLock(work, Optional.of(feed), machine.cores());
    return of(finding, work, baseline, happenings, task);
  }

  private Optional<Situation> looped(Finding finding, Loop loop) {
    if (WaitsBehind.of(loop, program).isPresent() && !loop.parallel()) {
      return behind(finding, loop.body(), loop.happenings(), Feed.of(loop));
    }
    Arm one = loop.service() ? Baselines.oneThread() : Baselines.sequential();
    // What splits itself pays for that by its own toll.
    int chunk = loop.parts() ? Baselines.LARGE_CHUNK : 1;
    boolean among = finding.facets().contains("tiny-parallel-stream") && startedByTasks(loop);
    Arm baseline = loop.parallel() && !among ? Baselines.parallel(atOnce(loop), chunk) : one;
    return of(finding, Workloads.of(loop, program), baseline, loop.happenings(), loop.body());
  }

  /** Elements that a parallel stream has in flight. */
  private int atOnce(Loop loop) {
    return !loop.parts() && Compensated.waits(loop.happenings(), program)
        ? Compensated.parts(machine.cores())
        : machine.cores();
  }

  /** Whether tasks that keep the cores busy start it; then it has the core of its task. */
  private boolean startedByTasks(Loop loop) {
    return BusyCores.around(loop, program).isPresent();
  }

  /** Empty when a task costs nothing that we know of: then there is nothing to weigh. */
  private Optional<Situation> of(
      Finding finding, Workload work, Arm baseline, List<Happening> happenings, Cost cost) {
    Provenance basis = cost.provenance();
    return work.total().middle() > 0
        ? Optional.of(new Situation(finding, program, machine, work, baseline, happenings, basis))
        : Optional.empty();
  }
}
