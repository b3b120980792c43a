package dev.concur.lock;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Methods that take something in and hand back their own object, so that calls can be strung
 * together: they describe what it should be like before it is put to work. Writers and digests do
 * so too, and those are at work.
 */
final class Fluent {

  private static final Pattern WORKS =
      Pattern.compile("(append|write|print|update|feed|log|send|publish|emit|record|count)\\w*");

  private Fluent() {}

  /** Whether it only describes its object: it waits for nothing and leaves native code alone. */
  static boolean describes(MethodFacts method, Effort effort) {
    return !method.isStatic()
        && method.ref().descriptor().indexOf(')') > 1
        && !WORKS.matcher(method.ref().name()).matches()
        && effort.chanceOutside() < Effort.BELIEVED
        && effort.natives() < Effort.BELIEVED
        && effort.strange() < Effort.BELIEVED
        && handsBackItself(method);
  }

  private static boolean handsBackItself(MethodFacts method) {
    List<Value> answers =
        method.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(Op.Return.class::isInstance)
            .flatMap(op -> ((Op.Return) op).value().stream())
            .toList();
    return !answers.isEmpty() && answers.stream().allMatch(value -> itself(method, value));
  }

  /** Its object, or what a method of the same name answers with for other parameters. */
  private static boolean itself(MethodFacts method, Value value) {
    if (value instanceof Value.Result result) {
      String own = ")L" + method.ref().owner().replace('.', '/') + ";";
      return result.callee().owner().equals(method.ref().owner())
          && result.callee().name().equals(method.ref().name())
          && result.callee().descriptor().endsWith(own);
    }
    return value instanceof Value.Parameter parameter && parameter.index() == 0;
  }
}
