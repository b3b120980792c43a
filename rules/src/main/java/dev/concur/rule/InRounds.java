package dev.concur.rule;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Region;

/**
 * Tells places that tasks side by side pass again and again, in a loop of each or for each element
 * of what it has.
 */
public final class InRounds {

  // A task commonly hands each of its elements to a method, which may call one more.
  private static final int DEEP = 2;

  private InRounds() {}

  /** Whether a task that several threads run at once has a loop that comes to this place. */
  public static boolean passed(Region region, Program program) {
    return program.handOffs().stream()
        .filter(handOff -> several(handOff, program))
        .flatMap(handOff -> handOff.tasks().stream())
        .anyMatch(task -> comes(task, region.at().methodRef(), false, DEEP, program));
  }

  private static boolean several(HandOff handOff, Program program) {
    Executor.Kind kind = handOff.executor().kind();
    boolean one = kind == Executor.Kind.SINGLE || kind == Executor.Kind.SCHEDULED;
    return !one
        && !handOff.joined()
        && (handOff.times().middle() > 1 || besideAnother(handOff, program));
  }

  /** Whether the method gives the same executor something else to do meanwhile. */
  private static boolean besideAnother(HandOff handOff, Program program) {
    return program.handOffs().stream()
        .filter(other -> other.at().methodRef().equals(handOff.at().methodRef()))
        .filter(other -> other.executor().equals(handOff.executor()) && !other.joined())
        .anyMatch(other -> !other.at().equals(handOff.at()));
  }

  private static boolean comes(
      MethodRef from, MethodRef to, boolean inLoop, int deep, Program program) {
    boolean called =
        program.calls(from).stream()
            .anyMatch(
                call ->
                    (call.callee().equals(to) && (inLoop || call.inLoop()))
                        || (deep > 0
                            && comes(
                                call.callee(), to, inLoop || call.inLoop(), deep - 1, program)));
    return called
        || program.perElement(from).stream()
            .anyMatch(
                each -> each.equals(to) || (deep > 0 && comes(each, to, true, deep - 1, program)));
  }
}
