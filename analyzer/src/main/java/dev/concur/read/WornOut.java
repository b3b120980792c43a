package dev.concur.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a field holds until that says of itself that it is worn out, and what is then put in its
 * place: {@code if (connection == null || connection.isClosed()) connection = connect();}. The
 * daily way finds it as good as new.
 */
final class WornOut {

  private static final Pattern WORN =
      Pattern.compile(
          "(is|has|was)(Been)?(Closed|Stale|Expired|Dead|Done|Shutdown|ShutDown|Terminated|Broken"
              + "|Cancelled|Invalid)");

  private static final Pattern GOOD =
      Pattern.compile(
          "is(Still)?(Open|Valid|Connected|Alive|Active|Running|Usable|Ready)|validate");

  private WornOut() {}

  /** Whether the bad answer to a question for somebody's health leads here. */
  static boolean says(Value tested, Op.Test test) {
    return tested instanceof Value.Result answer
        && answer.callee().descriptor().endsWith(")Z")
        && (test == Op.Test.NOT_EQUAL ? WORN : GOOD).matcher(answer.callee().name()).matches();
  }

  /** Whether these blocks renew the field whose content was asked. */
  static boolean renewed(Body body, Value tested, List<Integer> behind) {
    return tested instanceof Value.Result answer
        && body.call(answer.op())
            .flatMap(Op.Call::receiver)
            .flatMap(WornOut::field)
            .filter(
                field ->
                    behind.stream()
                        .flatMap(block -> body.ops().get(block).stream())
                        .anyMatch(op -> fills(op, field)))
            .isPresent();
  }

  private static Optional<FieldRef> field(Value value) {
    return value instanceof Value.FieldOf held ? Optional.of(held.field()) : Optional.empty();
  }

  private static boolean fills(Op op, FieldRef field) {
    return op instanceof Op.FieldWrite write
        && write.field().equals(field)
        && !(write.value() instanceof Value.Null);
  }
}
