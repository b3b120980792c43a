package dev.concur.advise;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits during which a fork/join pool puts another thread to work: those for a {@code
 * CompletableFuture}, which tells the pool of it ({@code ForkJoinPool.managedBlock}). So a parallel
 * stream waits for as many at once as it has parts, and not for one a core: four on two cores,
 * which gained 3.2x to 4.3x over one after the other in ten workloads, where streams that wait for
 * sockets and databases gained 1.9x to 2.1x. Two hundred tasks of the common pool that ask by HTTP
 * gained 7x to 17x (JDK 17 and 25), and as many that sleep 1.0x to 1.5x.
 */
final class Compensated {

  // java.util.stream splits into four parts for each thread of the pool (AbstractTask).
  private static final int PARTS = 4;

  // HttpClient.send waits for such a future itself.
  private static final Set<String> WAITED_FOR =
      Set.of("java.util.concurrent.CompletableFuture", "java.net.http.HttpClient");

  private Compensated() {}

  /** Whether what is waited for longest is waited for so. */
  static boolean waits(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .flatMap(wait -> leaf(wait.chain()))
        .filter(leaf -> calls(leaf, program))
        .isPresent();
  }

  /** Whether tasks wait so in a fork/join pool, not one after the other. */
  static boolean pool(HandOff handOff, Program program) {
    Executor.Kind kind = handOff.executor().kind();
    boolean forks = kind == Executor.Kind.COMMON_POOL || kind == Executor.Kind.WORK_STEALING;
    return forks && !handOff.joined() && waits(handOff.happenings(), program);
  }

  /** Parts that a parallel stream has at once; the common pool leaves one core to the caller. */
  static int parts(int cores) {
    return PARTS * Math.max(1, cores - 1);
  }

  private static Optional<Spot> leaf(List<Spot> chain) {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
  }

  private static boolean calls(Spot leaf, Program program) {
    return program.calls(leaf.methodRef()).stream()
        .filter(call -> call.at().line() == leaf.line())
        .anyMatch(call -> WAITED_FOR.contains(call.callee().owner()));
  }
}
