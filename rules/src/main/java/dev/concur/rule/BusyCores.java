package dev.concur.rule;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Runner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what keeps the cores busy around a parallel stream: tasks of a pool, or elements of another
 * parallel stream, each of which starts the stream anew. Then no core is left for its parts, and
 * starting it is all that comes of it.
 */
public final class BusyCores {

  // As far as the calls of one task are followed; deeper, others may come to the stream as well.
  private static final int METHODS = 200;

  private static final Set<Runner> POOLS = EnumSet.of(Runner.POOL, Runner.COMMON_POOL);

  private BusyCores() {}

  /** The place that gives many tasks to all cores, each of which runs this parallel loop. */
  public static Optional<HandOff> around(Loop loop, Program program) {
    MethodRef method = loop.at().methodRef();
    Set<Runner> runners = program.runners(method);
    if (!loop.parallel() || runners.isEmpty() || !POOLS.containsAll(runners)) {
      return Optional.empty();
    }
    return program.handOffs().stream()
        .filter(BusyCores::fillsCores)
        .filter(handOff -> !handOff.at().methodRef().equals(method))
        .filter(handOff -> leadsTo(handOff, method, program))
        .findFirst();
  }

  private static boolean fillsCores(HandOff handOff) {
    Executor executor = handOff.executor();
    return switch (executor.kind()) {
      case PARALLEL_STREAM -> true;
      case CORES, WORK_STEALING, COMMON_POOL -> many(handOff);
      case FIXED -> many(handOff) && executor.size().orElse(0) > 1;
      default -> false;
    };
  }

  private static boolean many(HandOff handOff) {
    return !handOff.joined() && handOff.times().middle() > 1;
  }

  private static boolean leadsTo(HandOff handOff, MethodRef method, Program program) {
    Set<MethodRef> seen = new HashSet<>(handOff.tasks());
    Deque<MethodRef> todo = new ArrayDeque<>(seen);
    while (!todo.isEmpty() && seen.size() <= METHODS) {
      MethodRef next = todo.poll();
      if (next.equals(method)) {
        return true;
      }
      Stream.concat(
              program.calls(next).stream().map(Program.Call::callee),
              program.perElement(next).stream())
          .filter(seen::add)
          .forEach(todo::add);
    }
    return seen.contains(method);
  }
}
