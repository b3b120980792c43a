package dev.concur.advise;

import dev.concur.advise.Remedy.Status;
import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Machine;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.rule.Finding;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import dev.concur.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door to advice: which remedy pays for each finding, and what is left of it after measuring.
 */
public final class Advisor {

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
    if (Rules.named(finding.rule()).filter(Rule::safety).isPresent()) {
      return fix(finding);
    }
    return situation(finding).map(this::weigh).orElseGet(() -> fix(finding));
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

  private static List<Candidate> candidates(Situation situation) {
    return situation.finding().subject() instanceof Subject.OfLock lock && situation.work().locked()
        ? LockWays.all(situation, lock.use())
        : TaskWays.all(situation);
  }

  private Optional<Situation> situation(Finding finding) {
    if (finding.subject() instanceof Subject.OfLock lock) {
      return lock.use().hot().stream().findFirst().flatMap(r -> atLock(finding, lock.use(), r));
    }
    if (finding.subject() instanceof Subject.OfHandOff handOff) {
      return handedOver(finding, handOff.handOff());
    }
    return finding.subject() instanceof Subject.OfLoop loop
        ? looped(finding, loop.loop())
        : Optional.empty();
  }

  private Optional<Situation> atLock(Finding finding, LockUse use, Region region) {
    if (use.lock().kind().funnel()
        && use.lock().kind() != dev.concur.model.LockKind.SINGLE_CONNECTION) {
      Workload work = Workloads.ofFunnel(region);
      return of(finding, work, Baselines.oneThread(), region.happenings(), region.inside());
    }
    Workload work = Workloads.of(use, region, program);
    Arm baseline = Baselines.atLock(work, machine.cores());
    return of(finding, work, baseline, region.happenings(), region.inside());
  }

  private Optional<Situation> handedOver(Finding finding, HandOff handOff) {
    return Workloads.of(handOff)
        .flatMap(
            work ->
                of(
                    finding,
                    work,
                    Baselines.of(handOff.executor(), work, machine.cores()),
                    handOff.happenings(),
                    handOff.cost().orElse(Cost.NONE)));
  }

  private Optional<Situation> looped(Finding finding, Loop loop) {
    Arm baseline =
        loop.parallel() ? Baselines.parallel(machine.cores(), 1) : Baselines.sequential();
    return of(finding, Workloads.of(loop), baseline, loop.happenings(), loop.body());
  }

  /** Empty when a task costs nothing that we know of: then there is nothing to weigh. */
  private Optional<Situation> of(
      Finding finding, Workload work, Arm baseline, List<Happening> happenings, Cost cost) {
    Provenance basis = cost.provenance();
    return work.total().middle() > 0
        ? Optional.of(new Situation(finding, program, machine, work, baseline, happenings, basis))
        : Optional.empty();
  }

  /** A defect to mend: its page says how. */
  private static Advice fix(Finding finding) {
    String change =
        Rules.named(finding.rule())
            .map(rule -> Page.of(rule).firstSentence("Fix"))
            .orElse(finding.message());
    Remedy remedy =
        new Remedy(
            Model.FIX,
            Optional.empty(),
            change,
            Status.RECOMMENDED,
            "",
            "",
            Parameters.NONE,
            Optional.empty(),
            Optional.empty());
    return new Advice(finding, List.of(remedy), Optional.empty(), Ranking.ofFix(finding));
  }
}
