package dev.concur.rules.async;

import dev.concur.model.Confidence;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.CachedFiles;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.OwnObjects;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A loop that waits for one answer before it asks the next question, though the questions are
 * independent.
 */
public final class SequentialIndependentIo implements LoopRule {

  // Ten thread starts or a thousand virtual ones fit into this; see the page, "Threshold".
  private static final double WORTH_NANOS = 1_000_000;

  // A question and its answer take a round trip at least; shorter waits are pieces of one
  // conversation, which has an order. See the page, "Threshold".
  private static final double ROUND_TRIP_NANOS = 200_000;

  // Starting a process takes less; only who waits for its end waits. See the page, "Threshold".
  private static final double PROCESS_NANOS = 5_000_000;

  private static final Set<Kind> ASKS =
      EnumSet.of(Kind.NETWORK, Kind.DATABASE, Kind.PROCESS, Kind.DISK);

  private static final String IN_ROUNDS =
      "each round waits %s for the %s, one after the other, though no round needs another's answer";

  private static final String ANSWERS =
      "each round sends a question and waits %s for the thread that reads the answers, one after"
          + " the other, though no round needs another's answer";

  private static final String IN_A_ROW =
      "calls wait %s for the %s each, one after the other, though none needs another's answer";

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (loop.parallel() || !loop.independent() || !loop.counted() || loop.trips().middle() < 2) {
      return;
    }
    if (loop.path() != Path.HOT || loop.whole().waiting().middle() < WORTH_NANOS) {
      return;
    }
    loop.all(Happening.Waits.class).stream()
        .filter(
            wait ->
                ASKS.contains(wait.kind())
                    || standsForWork(wait, loop, program)
                    || Happening.answer(loop.happenings()).filter(wait::equals).isPresent())
        .filter(SequentialIndependentIo::longEnough)
        .filter(wait -> wait.kind() != Kind.PROCESS || startsIt(wait, loop, program))
        .findFirst()
        .ifPresent(wait -> accuse(loop, wait, facets));
  }

  private static boolean longEnough(Happening.Waits wait) {
    return switch (wait.kind()) {
      case PROCESS -> wait.nanos().middle() >= PROCESS_NANOS;
      case DISK -> CachedFiles.durable(wait);
      default -> wait.nanos().middle() >= ROUND_TRIP_NANOS;
    };
  }

  /**
   * Whether each round starts the process that it waits for, rather than talks to one that is
   * there; a JVM for each round has a finding of its own.
   */
  private static boolean startsIt(Happening.Waits wait, Loop loop, Program program) {
    MethodRef around = loop.at().methodRef();
    boolean ofJvms =
        program.remarks(around).stream().anyMatch(Remark.JvmEachRound.class::isInstance);
    Stream<Program.Call> inRound =
        program.calls(around).stream().filter(call -> call.inLoop() || loop.row());
    Stream<Program.Call> onTheWay =
        wait.chain().stream()
            .map(Spot::methodRef)
            .filter(method -> !method.equals(around))
            .distinct()
            .flatMap(method -> program.calls(method).stream());
    return !ofJvms
        && Stream.concat(inRound, onTheWay)
            .anyMatch(call -> call.callee().descriptor().endsWith(")Ljava/lang/Process;"));
  }

  /**
   * Whether a sleep is the work of a round, as where it stands for the answer of a device, and not
   * the pause between two rounds: the method that sleeps gives a result, or a round does nothing
   * else.
   */
  private static boolean standsForWork(Happening.Waits wait, Loop loop, Program program) {
    if (wait.kind() != Kind.SLEEP || wait.chain().size() < 2) {
      return false;
    }
    boolean givesResult = !wait.chain().get(1).descriptor().endsWith(")V");
    return givesResult || callsOfRound(loop, program).count() == 1;
  }

  /** What a round calls that is more than a small step. */
  private static Stream<Program.Call> callsOfRound(Loop loop, Program program) {
    return program.calls(loop.at().methodRef()).stream()
        .filter(Program.Call::inLoop)
        .filter(call -> call.label().isPresent());
  }

  private static void accuse(Loop loop, Happening.Waits wait, Facets facets) {
    List<Spot> evidence = new ArrayList<>(wait.chain());
    evidence.addAll(loop.own());
    evidence.addAll(loop.cautions());
    String said = loop.row() ? IN_A_ROW : wait.kind() == Kind.LOCK ? ANSWERS : IN_ROUNDS;
    facets
        .at(loop.at())
        .saying(said + OwnObjects.but(loop), Words.estimate(wait.nanos()), wait.kind().word())
        .confidence(Words.guessed(wait.nanos()) ? Confidence.LOW : Confidence.MEDIUM)
        .because(evidence);
  }
}
