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

  /** Says that what is held is older than what it was read from. */
  private static final Pattern OLD =
      Pattern.compile(
          "(is|has|was)(Been)?(Outdated|OutOfDate|Stale|Expired|Changed|Modified|Updated)"
              + "|(needs?|should|must)(To)?(Be)?(Re(load|fresh|new|read|build|scan)|Update).*"
              + "|(re(load|fresh|new|build|scan)|update)(ing)?(Required|Needed|Due)"
              + "|is(Re(load|fresh|new|build|scan)|Update)(ing)?(Required|Needed|Due)");

  /** Reads anew what is held. */
  private static final Pattern RENEWS =
      Pattern.compile(
          "(load|read|scan|build|refresh|renew|update|re(load|read|build|scan|open|init)).*");

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

  /**
   * Whether what says of itself, or somebody says of it, that it is out of date is read anew here:
   * {@code if (config.isOutdated()) config.load();}. Then it is good until something outside
   * changes, which is far rarer than that somebody asks.
   */
  static boolean readAnew(Body body, Value tested, Op.Test test, List<Integer> behind) {
    return test == Op.Test.NOT_EQUAL
        && tested instanceof Value.Result answer
        && answer.callee().descriptor().endsWith(")Z")
        && OLD.matcher(answer.callee().name()).matches()
        && behind.stream()
            .flatMap(block -> body.ops().get(block).stream())
            .anyMatch(op -> op instanceof Op.Call call && renews(call, body.call(answer.op())));
  }

  /** Whether a call reads anew what was asked, or what the object at hand holds. */
  private static boolean renews(Op.Call call, Optional<Op.Call> question) {
    Optional<Value> renewed = call.receiver();
    boolean own = renewed.orElse(null) instanceof Value.Parameter self && self.index() == 0;
    return RENEWS.matcher(call.callee().name()).matches()
        && (own || (renewed.isPresent() && renewed.equals(question.flatMap(Op.Call::receiver))));
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
