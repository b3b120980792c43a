package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Truths that a program is started with: system properties and variables of the environment. They
 * are there for those who look for a mistake or show the program to others, and unset for all
 * others, so that such a truth is what it is when nobody says anything.
 */
final class StartOptions {

  private static final Set<String> PARSES = Set.of("parseBoolean", "valueOf");

  private static final Set<String> ASKS = Set.of("getProperty", "getenv");

  private final Linked linked;

  StartOptions(Linked linked) {
    this.linked = linked;
  }

  /** What a call answers that asks for such a truth, when it is not set; empty for others. */
  Optional<Boolean> unset(MethodFacts in, Value.Result result) {
    if (!result.callee().owner().equals("java.lang.Boolean")) {
      return Optional.empty();
    }
    if (result.callee().name().equals("getBoolean")) {
      return Optional.of(false);
    }
    return PARSES.contains(result.callee().name())
        ? argument(in, result, 0).flatMap(text -> otherwise(in, text)).map(Boolean::parseBoolean)
        : Optional.empty();
  }

  /** The text that stands for a property that is not set; empty for any other text. */
  private Optional<String> otherwise(MethodFacts in, Value text) {
    if (!(text instanceof Value.Result asked)
        || !asked.callee().owner().equals("java.lang.System")
        || !ASKS.contains(asked.callee().name())) {
      return Optional.empty();
    }
    boolean alone = !asked.callee().descriptor().contains(";Ljava/lang/String;)");
    return alone
        ? Optional.of("")
        : argument(in, asked, 1)
            .filter(Value.Constant.class::isInstance)
            .map(value -> ((Value.Constant) value).value())
            .filter(String.class::isInstance)
            .map(String.class::cast);
  }

  private Optional<Value> argument(MethodFacts in, Value.Result result, int index) {
    List<Value> arguments = linked.call(in, result.op()).map(Op.Call::arguments).orElse(List.of());
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }
}
