package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Locks under which nothing is done but to take in what the other side of a connection sends. One
 * thread does that for all the others, and messages come one after the other: such a lock is there
 * for order, and nobody queues for it. A conversation, in which a question is sent first, is
 * another matter.
 */
final class Arrivals {

  /** The leaf of a chain of calls that takes in what arrives. */
  private static final Pattern RECEIVES =
      Pattern.compile("\\w+\\.(read\\w*|receive\\w*|accept|recv\\w*)\\b.*");

  private static final Pattern SENDS = Pattern.compile("(write|send|flush|print|put)([A-Z].*)?");

  /** Calls of calls in which something may be sent. */
  private static final int DEPTH = 3;

  private final Linked linked;
  private final Costs costs;

  Arrivals(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
  }

  /** Whether all that is waited for in the daily work under a lock is what arrives. */
  boolean only(List<Draft> drafts) {
    List<Draft> daily =
        drafts.stream().filter(draft -> draft.counts() && Judgement.matters(draft)).toList();
    return !daily.isEmpty()
        && daily.stream().allMatch(draft -> draft.has(Happening.Waits.class) && receives(draft))
        && daily.stream().noneMatch(draft -> sends(draft.in(), DEPTH));
  }

  private boolean sends(MethodFacts method, int depth) {
    return method.calls().stream()
        .anyMatch(
            call ->
                (SENDS.matcher(call.callee().name()).matches() && talks(method, call))
                    || (depth > 0
                        && linked.targets(method, call).bodies().stream()
                            .anyMatch(body -> sends(body, depth - 1))));
  }

  /** Whether what a call sends goes to a device, and not into a buffer or a map. */
  private boolean talks(MethodFacts in, Op.Call call) {
    return costs.waits(in, call).keySet().stream().anyMatch(Kind::outside);
  }

  private static boolean receives(Draft draft) {
    return draft.effort().natives() < Judgement.OFTEN
        && draft.inside().happenings().stream()
            .filter(Happening.Waits.class::isInstance)
            .map(Happening.Waits.class::cast)
            .allMatch(Arrivals::arrival);
  }

  /** Whether it is a wait for what the other side sends. */
  static boolean arrival(Happening.Waits wait) {
    return wait.kind() == Kind.NETWORK
        && !wait.chain().isEmpty()
        && RECEIVES.matcher(wait.chain().get(wait.chain().size() - 1).note()).matches();
  }
}
