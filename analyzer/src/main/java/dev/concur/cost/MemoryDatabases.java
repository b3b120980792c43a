package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells databases that are kept in the memory of whoever asks them, by the address that their
 * connection was opened with. As streams over bytes in memory, they wait for nothing.
 */
final class MemoryDatabases {

  /**
   * Such an answer takes so much of one over the network, and is computed: 5 to 80 us where queries
   * of servers took 1.5 to 9 ms; see applications.md.
   */
  static final double OF_NETWORK = 0.01;

  /** Addresses in memory, as the manuals of H2, HSQLDB, Derby, SQLite and DuckDB give them. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "jdbc:(h2:mem:.*|hsqldb:mem:.*|derby:memory:.*|sqlite:(:memory:|file::memory:).*|duckdb:)");

  /** Rows of a statement of a connection of a pool; longer chains are not followed. */
  private static final int STEPS = 6;

  private final Linked linked;

  MemoryDatabases(Linked linked) {
    this.linked = linked;
  }

  /** Whether all that a call may be asking was opened with such an address. */
  boolean asked(MethodFacts in, Op.Call call) {
    return asked(in, call, 0);
  }

  private boolean asked(MethodFacts in, Op.Call call, int depth) {
    if (depth > STEPS || opens(in, call)) {
      return depth <= STEPS;
    }
    Optional<Value> object = call.receiver();
    List<Origin> origins = object.map(value -> linked.origins(in, value)).orElse(List.of());
    return !origins.isEmpty() && origins.stream().allMatch(origin -> made(origin, depth + 1));
  }

  private boolean made(Origin origin, int depth) {
    return origin.value() instanceof Value.Result result
        && linked
            .call(origin.in(), result.op())
            .filter(maker -> asked(origin.in(), maker, depth))
            .isPresent();
  }

  private boolean opens(MethodFacts in, Op.Call call) {
    return call.arguments().stream().anyMatch(argument -> isAddress(in, argument));
  }

  private boolean isAddress(MethodFacts in, Value argument) {
    List<Origin> origins = linked.origins(in, argument);
    return !origins.isEmpty() && origins.stream().allMatch(MemoryDatabases::isAddress);
  }

  private static boolean isAddress(Origin origin) {
    return origin.value() instanceof Value.Constant constant
        && constant.value() instanceof String text
        && ADDRESS.matcher(text).matches();
  }
}
