package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.HandOff;
import dev.concur.model.Loop;
import dev.concur.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways of running tasks that share no lock: rounds of a loop, tasks of an executor, what a
 * funnel lets through.
 */
final class TaskWays {

  private TaskWays() {}

  static List<Candidate> all(Situation situation) {
    if (situation.amongBusyCores()) {
      return List.of(Ways.leave(situation), oneAfterTheOther(), moreThreads(situation));
    }
    Optional<String> harm = Harm.of(situation.finding());
    Stream<Candidate> ways =
        Ways.all(situation).stream()
            .map(way -> Harm.refuse(way, harm))
            .map(way -> FanOut.said(way, situation))
            .map(way -> apart(way, situation));
    return alreadyParallel(situation)
        ? Stream.concat(ways, Stream.of(oneAfterTheOther())).toList()
        : ways.toList();
  }

  private static Candidate moreThreads(Situation situation) {
    return Ways.threads(situation).refusedBecause("other tasks keep all cores busy already");
  }

  /** Processes have a copy each of what tasks share, as threads with one of their own have. */
  private static Candidate apart(Candidate way, Situation situation) {
    return way.model() == Model.PROCESSES ? ConfinedTasks.by(situation, way) : way;
  }

  private static boolean alreadyParallel(Situation situation) {
    Subject subject = situation.finding().subject();
    if (subject instanceof Subject.OfLoop loop) {
      return parallel(loop.loop());
    }
    return subject instanceof Subject.OfHandOff handOff
        && (joined(handOff.handOff()) || situation.says("tiny-task-hand-off"));
  }

  private static boolean parallel(Loop loop) {
    return loop.parallel();
  }

  private static boolean joined(HandOff handOff) {
    return handOff.joined();
  }

  private static Candidate oneAfterTheOther() {
    Arm arm =
        new Arm("sequential", Role.ALTERNATIVE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE);
    return Candidate.of(
        Model.SEQUENTIAL, "Run it on the calling thread, one after the other.", arm, 0);
  }
}
