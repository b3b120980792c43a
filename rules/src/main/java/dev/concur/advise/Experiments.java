package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans what would refute an advice. */
final class Experiments {

  // Each further arm costs as much time as the judged one.
  private static final int MOST_ALTERNATIVES = 3;

  // Virtual threads are final since 21; concur itself runs on 17.
  private static final int VIRTUAL = 21;

  private static final int OLDEST = 17;

  private Experiments() {}

  /** The experiment for a choice; empty when it says to leave everything as it is. */
  static Optional<Experiment> of(Situation situation, Choice choice) {
    Arm advised = choice.chosen().candidate().arm();
    if (advised.equals(situation.baseline())) {
      return Optional.empty();
    }
    Finding finding = situation.finding();
    return Optional.of(
        new Experiment(
            finding.id(),
            finding.rule() + " at " + finding.at().className() + "." + finding.at().method(),
            situation.work(),
            task(situation),
            finding.locks().stream().findFirst().orElse(""),
            arms(situation, choice),
            choice.chosen().speedup(),
            minimumRuntime(situation, advised)));
  }

  private static List<Arm> arms(Situation situation, Choice choice) {
    List<Arm> arms = new ArrayList<>();
    arms.add(situation.baseline());
    arms.add(as(Role.ADVISED, choice.chosen().candidate().arm()));
    choice.alternatives().stream()
        .map(w -> w.candidate().arm())
        .filter(arm -> arms.stream().noneMatch(other -> other.id().equals(arm.id())))
        .limit(MOST_ALTERNATIVES)
        .forEach(arm -> arms.add(as(Role.ALTERNATIVE, arm)));
    if (situation.work().locked() && arms.stream().noneMatch(Experiments::unlocked)) {
      arms.add(bound(situation.baseline()));
    }
    return arms;
  }

  private static boolean unlocked(Arm arm) {
    return arm.model() == Model.THREADS && arm.lock() == LockState.PER_WORKER;
  }

  /** A lock for each worker is faster than any change that keeps the lock. */
  private static Arm bound(Arm baseline) {
    return new Arm(
        "bound", Role.BOUND, baseline.model(), LockState.PER_WORKER, baseline.parameters());
  }

  private static Arm as(Role role, Arm arm) {
    return new Arm(arm.id(), role, arm.model(), arm.lock(), arm.parameters());
  }

  private static int minimumRuntime(Situation situation, Arm advised) {
    int needed = advised.model() == Model.VIRTUAL_THREADS ? VIRTUAL : OLDEST;
    return Math.max(needed, situation.program().target().release());
  }

  /** The user's own method that is one task. */
  private static Optional<MethodRef> task(Situation situation) {
    Subject subject = situation.finding().subject();
    if (subject instanceof Subject.OfLock lock) {
      return heaviest(lock.use()).flatMap(region -> task(region, situation.program()));
    }
    if (subject instanceof Subject.OfHandOff handOff) {
      return task(handOff.handOff());
    }
    return subject instanceof Subject.OfLoop loop
        ? task(loop.loop(), situation.program())
        : Optional.empty();
  }

  private static Optional<Region> heaviest(LockUse use) {
    return use.hot().stream().findFirst();
  }

  /** What is handed over there, since handing over is not the work; else the method itself. */
  private static Optional<MethodRef> task(Region region, Program program) {
    Spot here = region.at().noting("");
    List<HandOff> handOffs =
        program.handOffs().stream().filter(each -> each.at().noting("").equals(here)).toList();
    return handOffs.isEmpty()
        ? Optional.of(region.at().methodRef())
        : handOffs.stream().findFirst().flatMap(Experiments::task);
  }

  private static Optional<MethodRef> task(HandOff handOff) {
    return handOff.tasks().size() == 1 ? Optional.of(handOff.tasks().get(0)) : Optional.empty();
  }

  /**
   * The method that a round calls: the second step of the chain to the heaviest thing it does. When
   * the round calls none, a call of the method with the loop stands for its rounds.
   */
  private static Optional<MethodRef> task(Loop loop, Program program) {
    Optional<List<Spot>> chain = loop.happenings().stream().map(Happening::chain).findFirst();
    Optional<MethodRef> second =
        chain.filter(steps -> steps.size() > 1).map(steps -> steps.get(1).methodRef());
    return second
        .filter(method -> program.label(method).isPresent())
        .or(() -> Optional.of(loop.at().methodRef()));
  }
}
