package dev.concur.read;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tries that are made again after a pause when one failed: {@code if (!file.delete()) { sleep(10);
 * file.delete(); }}, or a loop that is left by the first that succeeds. The daily way succeeds at
 * once. A loop that asks whether something has come about, such as {@code isReady()}, waits for it
 * and tries nothing.
 */
final class Retries {

  private static final Pattern PAUSE = Pattern.compile("sleep|parkNanos|sleepUninterruptibly");

  /**
   * Asks, and does nothing. Before Java 11 a class asks for a private field of the one around it by
   * what compilers call {@code access$000}.
   */
  private static final Pattern ASKS =
      Pattern.compile(
          "(is|has|are|was|can|get|exists|contains|ready|done|test|check|should|must|may|wants?|needs?"
              + "|interrupted|stopped|stopping|closed|closing|cancell?ed|terminated|finished"
              + "|running|alive|active)([A-Z].*)?|access\\$(\\d+|get.*)");

  private final Body body;
  private final Flow flow;

  Retries(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** Whether an edge is taken when a try failed, and leads to a pause and the next try. */
  boolean triesAgain(Op.Branch branch, int from, int to) {
    if (!(branch.left() instanceof Value.Result answer)
        || !answer.callee().descriptor().endsWith(")Z")
        || ASKS.matcher(answer.callee().name()).matches()) {
      return false;
    }
    List<Op> behind = flow.behind(to).stream().flatMap(b -> body.ops().get(b).stream()).toList();
    int other = to == branch.then() ? branch.otherwise() : branch.then();
    return behind.stream().anyMatch(Retries::pauses)
        && (behind.stream().anyMatch(op -> same(op, answer)) || goesRoundUnlike(from, to, other));
  }

  private static boolean pauses(Op op) {
    return op instanceof Op.Call call && PAUSE.matcher(call.callee().name()).matches();
  }

  private static boolean same(Op op, Value.Result answer) {
    return op instanceof Op.Call call && call.callee().equals(answer.callee());
  }

  /** Whether one way out of a block stays in its loop and the other leaves it. */
  private boolean goesRoundUnlike(int from, int stays, int leaves) {
    int loop = flow.loopOf[from];
    return loop >= 0
        && flow.loops.get(loop).blocks().get(stays)
        && !flow.loops.get(loop).blocks().get(leaves);
  }
}
