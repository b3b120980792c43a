package dev.concur.advise;

import dev.concur.model.Happening;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Methods of the program itself that start what others of it start and wait for: who calls such a
 * pair one by one can call the one that only starts, and wait for all at the end.
 */
final class OwnTwins {

  // The place itself and one step below it: further down, all methods on the way would have to
  // give what they are waited for, and that is another design.
  private static final int NEAR = 2;

  private OwnTwins() {}

  /** The call that starts what is waited for at a place or right below it, as the code has it. */
  static Optional<Twins.Twin> of(Situation situation) {
    return situation.happenings().stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .flatMap(wait -> started(way(wait), situation.program()));
  }

  /** The methods on the way to a wait, each once. */
  private static List<MethodRef> way(Happening wait) {
    return wait.chain().stream().map(Spot::methodRef).distinct().toList();
  }

  private static Optional<Twins.Twin> started(List<MethodRef> way, Program program) {
    for (int at = 1; at < way.size() && at <= NEAR; at++) {
      if (repeats(way.get(at - 1), way.get(at), program)) {
        return Optional.empty();
      }
      Optional<MethodRef> starter = starter(way.get(at), program);
      if (starter.isPresent()) {
        MethodRef waits = way.get(at);
        return starter.map(starts -> new Twins.Twin(starts.owner(), waits.name(), starts.name()));
      }
    }
    return Optional.empty();
  }

  /** Whether a method below the place goes on by itself from the answer: by calling itself. */
  private static boolean repeats(MethodRef caller, MethodRef callee, Program program) {
    return Stream.of(caller, callee)
        .anyMatch(
            method ->
                program.calls(method).stream().anyMatch(call -> call.callee().equals(method)));
  }

  /** What a method calls to have something done elsewhere, when all it does is to wait for that. */
  private static Optional<MethodRef> starter(MethodRef method, Program program) {
    List<Program.Call> calls = program.calls(method);
    boolean waits = calls.stream().anyMatch(call -> call.joins() && !call.inLoop());
    List<MethodRef> starts =
        calls.stream()
            .filter(call -> !call.inLoop() && call.label().isPresent())
            .map(Program.Call::callee)
            .filter(callee -> !callee.owner().startsWith("java.") && program.promises(callee))
            .distinct()
            .toList();
    return waits && starts.size() == 1 ? Optional.of(starts.get(0)) : Optional.empty();
  }
}
