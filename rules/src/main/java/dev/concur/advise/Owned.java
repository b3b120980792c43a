package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.Loop;
import dev.concur.rule.OwnObjects;
import dev.concur.rule.Subject;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ways of running rounds side by side that one after the other share an object for one thread: each
 * thread gets its own.
 */
final class Owned {

  private Owned() {}

  /** The way with such objects confined to a thread or a task, where rounds share any. */
  static Candidate by(Situation situation, Candidate way) {
    Optional<Loop> sharing = loop(situation).filter(loop -> !loop.own().isEmpty());
    return sharing.map(loop -> confined(loop, way)).orElse(way);
  }

  private static Candidate confined(Loop loop, Candidate way) {
    boolean taskEach = way.model() == Model.VIRTUAL_THREADS || way.model() == Model.ASYNC;
    String who = taskEach ? "task" : "thread";
    Arm arm = way.arm();
    Arm own = new Arm(arm.id(), arm.role(), arm.model(), LockState.PER_WORKER, arm.parameters());
    return new Candidate(
            way.model(),
            Optional.of(LockChange.CONFINE),
            way.change() + " Give each " + who + " its own " + OwnObjects.names(loop) + ".",
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
