package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.HandOff;
import dev.concur.model.Loop;
import dev.concur.rule.Subject;
import dev.concur.rule.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways of running tasks that share no lock: rounds of a loop, tasks of an executor, what a
 * funnel lets through.
 */
final class TaskWays {

  private TaskWays() {}

  static List<Candidate> all(Situation situation) {
    Stream<Candidate> ways = Ways.all(situation).stream();
    if (situation.says("cpu-bound-on-virtual")) {
      ways = ways.map(way -> hogsNoCarrier(way, situation));
    }
    if (alreadyParallel(situation)) {
      ways = Stream.concat(ways, Stream.of(oneAfterTheOther()));
    }
    return ways.toList();
  }

  /** Leaving a computing task on a virtual thread is as fast, and starves all others. */
  private static Candidate hogsNoCarrier(Candidate way, Situation situation) {
    if (way.model() != Model.SEQUENTIAL) {
      return way;
    }
    return way.refusedBecause(
        Words.format(
            "as fast, but each task keeps one of %d carriers for %s while all other virtual threads stand still",
            situation.machine().cores(), Words.time(Load.middle(situation.work()).computing())));
  }

  private static boolean alreadyParallel(Situation situation) {
    Subject subject = situation.finding().subject();
    if (subject instanceof Subject.OfLoop loop) {
      return parallel(loop.loop());
    }
    return subject instanceof Subject.OfHandOff handOff && joined(handOff.handOff());
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
        Model.SEQUENTIAL, "Run it on the calling thread, one after the other.", arm, 1);
  }
}
