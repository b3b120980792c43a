package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.Loop;
import dev.concur.rule.OwnObjects;
import dev.concur.rule.Subject;
import dev.concur.rule.Words;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ways of running rounds side by side that one after the other share an object for one thread: each
 * thread gets its own.
 */
final class Owned {

  private Owned() {}

  /** The same for a service, which takes the next while others work. */
  private static Candidate served(Loop loop, Candidate way) {
    if (!loop.service()) {
      return way;
    }
    Parameters sizes = way.arm().parameters();
    String who =
        switch (way.model()) {
          case VIRTUAL_THREADS ->
              Words.format(
                  "Take the next at once and serve each %s on a virtual thread, at most %d at a"
                      + " time.",
                  loop.served(), sizes.inFlight());
          case THREADS ->
              Words.format(
                  "Let %d threads serve, each its own %s, instead of one.",
                  sizes.poolSize(), loop.served());
          default -> way.change();
        };
    Parameters singly =
        new Parameters(
            sizes.poolSize(),
            sizes.inFlight(),
            0,
            sizes.workers(),
            sizes.stripes(),
            sizes.permits());
    Arm arm = way.arm();
    return new Candidate(
            way.model(),
            way.lockChange(),
            who,
            way.when(),
            new Arm(arm.id(), arm.role(), arm.model(), arm.lock(), singly),
            way.effort(),
            way.objection())
        .provided("the order in which each " + loop.served() + " is done does not matter");
  }

  /** The way with such objects confined to a thread or a task, where rounds share any. */
  static Candidate by(Situation situation, Candidate way) {
    Optional<Loop> loop = loop(situation);
    Candidate of = loop.map(it -> served(it, way)).orElse(ConfinedTasks.by(situation, way));
    return loop.filter(it -> !it.own().isEmpty()).map(it -> confined(it, of)).orElse(of);
  }

  private static Candidate confined(Loop loop, Candidate way) {
    boolean taskEach = way.model() == Model.VIRTUAL_THREADS || way.model() == Model.ASYNC;
    String who = taskEach ? "task" : "thread";
    Arm arm = way.arm();
    Arm own = new Arm(arm.id(), arm.role(), arm.model(), LockState.PER_WORKER, arm.parameters());
    return new Candidate(
            way.model(),
            Optional.of(LockChange.CONFINE),
            way.change()
                + " Give each "
                + who
                + " its own "
                + OwnObjects.names(loop)
                + (loop.addsUp() ? ", and put them together in the end." : "."),
            way.when(),
            own,
            way.effort() + 1,
            way.objection())
        .provided("no " + who + " touches another's " + lines(loop));
  }

  private static String lines(Loop loop) {
    return loop.own().stream()
        .map(spot -> spot.note() + " (line " + spot.line() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Optional<Loop> loop(Situation situation) {
    return situation.finding().subject() instanceof Subject.OfLoop of
        ? Optional.of(of.loop())
        : Optional.empty();
  }
}
