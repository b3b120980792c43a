package dev.concur.report;

import dev.concur.model.Bound;
import dev.concur.model.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** How much longer or shorter a method would have to wait or compute to be something else. */
final class Tipping {

  /** Far enough that no estimate is off by as much. */
  private static final double FAR = 1e4;

  /** Steps on the way there: fine enough for one digit. */
  private static final double STEP = 1.05;

  private final Bound bound;
  private final double waiting;
  private final double computing;

  Tipping(Bound bound, Cost cost) {
    this.bound = bound;
    this.waiting = cost.waiting().middle();
    this.computing = cost.cpu().middle();
  }

  /** Each other bound that is near, and what would make it so. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    along("computing", computing, Bound.CPU_MATTERS, at -> Bound.of(waiting, at), words);
    along("waiting", waiting, Bound.WAIT_MATTERS, at -> Bound.of(at, computing), words);
    return words;
  }

  private void along(
      String what, double now, double matters, DoubleFunction<Bound> then, List<String> words) {
    double from = Math.max(now, matters / FAR);
    for (double at = from; at < Math.max(now, matters) * FAR; at *= STEP) {
      if (then.apply(at) != bound) {
        words.add(then.apply(at).word() + " from " + MethodExplanation.time(at) + " of " + what);
        break;
      }
    }
    for (double at = now; at > now / FAR; at /= STEP) {
      if (then.apply(at) != bound) {
        words.add(then.apply(at).word() + " below " + MethodExplanation.time(at) + " of " + what);
        break;
      }
    }
  }
}
