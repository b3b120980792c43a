package dev.concur.advise;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.rule.Subject;
import java.util.Comparator;
import java.util.Optional;

/**
 * Tasks that are handed over one by one, each waited for before the next is given: the pool runs
 * one at a time, and what its other threads could do is lost.
 */
final class FanOut {

  private FanOut() {}

  /**
   * Whether all of them could be handed over before the first is waited for: they come from a loop
   * whose rounds need nothing of each other.
   */
  static boolean possible(HandOff handOff, Program program) {
    return loop(handOff, program).isPresent();
  }

  /**
   * The loop that brings the tasks, one after the other: around the place where they are handed
   * over, or around a call that leads there.
   */
  static Optional<Loop> loop(HandOff handOff, Program program) {
    if (!handOff.joined()) {
      return Optional.empty();
    }
    Optional<Loop> around =
        handOff.times().middle() > 1 ? around(handOff, program) : leading(handOff, program);
    return around.filter(FanOut::open);
  }

  private static boolean open(Loop loop) {
    return loop.independent() && loop.counted() && !loop.parallel();
  }

  /** The loop that the hand-over stands in, as far as lines tell. */
  private static Optional<Loop> around(HandOff handOff, Program program) {
    return program.loops().stream()
        .filter(loop -> loop.at().methodRef().equals(handOff.at().methodRef()))
        .filter(loop -> loop.at().line() <= handOff.at().line())
        .max(Comparator.comparingInt(loop -> loop.at().line()));
  }

  /** A loop of another method whose rounds wait there. */
  private static Optional<Loop> leading(HandOff handOff, Program program) {
    return program.loops().stream()
        .filter(FanOut::open)
        .filter(loop -> waitsAt(loop, handOff))
        .max(Comparator.comparingDouble(loop -> loop.trips().middle()));
  }

  private static boolean waitsAt(Loop loop, HandOff handOff) {
    return loop.all(Happening.Waits.class).stream()
        .findFirst()
        .filter(
            wait ->
                wait.chain().stream()
                    .skip(1)
                    .anyMatch(step -> step.methodRef().equals(handOff.at().methodRef())))
        .isPresent();
  }

  /** A way of running them, told as the change that it is here. */
  static Candidate said(Candidate way, Situation situation) {
    boolean threads = way.model() == Model.THREADS || way.model() == Model.VIRTUAL_THREADS;
    if (!threads
        || !(situation.finding().subject() instanceof Subject.OfHandOff subject)
        || !possible(subject.handOff(), situation.program())) {
      return way;
    }
    Candidate all =
        way.saying(
            "Hand over all of them first and collect the results afterwards, instead of waiting for"
                + " each. "
                + way.change());
    return bounded(subject.handOff().executor())
        ? all.provided("no task waits for another task of the same pool")
        : all;
  }

  private static boolean bounded(Executor pool) {
    return switch (pool.kind()) {
      case FIXED, CORES, SINGLE -> true;
      default -> false;
    };
  }
}
