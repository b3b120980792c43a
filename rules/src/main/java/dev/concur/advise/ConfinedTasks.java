package dev.concur.advise;

import dev.concur.model.HandOff;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import dev.concur.rule.Subject;
import dev.concur.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks of an executor of one thread that is there so that only one at a time uses what they share:
 * more threads alone would break that. A connection each thread can have of its own; what tasks
 * change and leave to the next stays with one.
 */
final class ConfinedTasks {

  private ConfinedTasks() {}

  /** The way as it can be gone with tasks of such an executor; any other stays as it is. */
  static Candidate by(Situation situation, Candidate way) {
    if (!oneThread(situation)) {
      return way;
    }
    if (talks(situation)) {
      return way.model() == Model.THREADS
          ? ownConnections(situation, way)
          : way.refusedBecause(
              Words.format(
                  "its tasks talk over one %s, and each would have to open its own",
                  shared(situation)));
    }
    if (!changesState(situation)) {
      return way;
    }
    return situation.mostlyWaits()
        ? way.provided("what its tasks share bears several threads at once")
        : way.refusedBecause(
            "its tasks change what they share, and were given to one thread for that");
  }

  private static Candidate ownConnections(Situation situation, Candidate way) {
    Parameters sizes = way.arm().parameters();
    // Threads too many cost little; connections too many cost the other side.
    int asked = (int) Math.max(1, situation.work().tasks().middle());
    int size = Math.min(sizes.poolSize(), asked);
    Arm arm =
        new Arm(
            way.arm().id(),
            way.arm().role(),
            Model.THREADS,
            Arm.LockState.PER_WORKER,
            new Parameters(size, 0, 0, 0, 0, 0));
    return new Candidate(
            Model.THREADS,
            Optional.of(LockChange.PER_INSTANCE),
            Words.format(
                "Run the tasks on %d threads instead of one, each with a %s of its own.",
                size, shared(situation)),
            way.when(),
            arm,
            way.effort() + 1,
            way.objection())
        .provided(
            "the other side takes so many at once, and no task needs what another left in it or the"
                + " order in which they were given");
  }

  private static boolean oneThread(Situation situation) {
    return situation.finding().subject() instanceof Subject.OfLock of
        && of.use().lock().kind() == LockKind.SINGLE_THREAD_EXECUTOR;
  }

  private static boolean talks(Situation situation) {
    return OneConnection.talkedOver(situation.happenings(), situation.program());
  }

  /** Whether a task changes what outlives it. */
  private static boolean changesState(Situation situation) {
    Program program = situation.program();
    return tasks(situation).anyMatch(program::changesState);
  }

  private static Stream<MethodRef> tasks(Situation situation) {
    Spot at = situation.finding().at();
    return situation.program().handOffs().stream()
        .filter(handOff -> handOff.at().methodRef().equals(at.methodRef()))
        .filter(handOff -> handOff.at().line() == at.line())
        .map(HandOff::tasks)
        .flatMap(List::stream);
  }

  /** The class of what they share, as far as the way to the wait tells. */
  private static String shared(Situation situation) {
    String own = situation.finding().at().className();
    return situation.happenings().stream()
        .findFirst()
        .flatMap(
            heaviest ->
                heaviest.chain().stream()
                    .map(Spot::className)
                    .filter(name -> !name.equals(own))
                    .findFirst())
        .map(Fields::simple)
        .orElse("connection");
  }
}
