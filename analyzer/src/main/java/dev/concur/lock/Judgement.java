package dev.concur.lock;

import dev.concur.model.GilLike;
import java.util.List;

/**
 * Whether a lock behaves like CPython's GIL: one for all, most of the hot work inside, and more
 * than tiny.
 */
final class Judgement {

  // Half the work under one lock caps any machine at 2x (Amdahl 1967).
  static final double MOST = 0.5;

  // Below this, handing the lock over costs more than the work inside; two threads on a monitor ran
  // at .73x with .8 us held and .82x with 16 us.
  static final double TINY_NANOS = 5_000;

  // Computing that matters by itself; see GilStaticLock.md, "Threshold".
  static final double COMPUTES_NANOS = 50_000;

  // Ten in flight, the low end of what is assumed, keep a lock busy that each holds a tenth of the
  // time.
  static final double BUSY = 0.1;

  // Records in a log and files in the page cache are shorter; a lock is not there for those.
  static final double WAIT_NANOS = 10_000;

  // A wait that takes less of the time held is an accident of the work, such as a record in a log.
  static final double WAIT_SHARE = 0.1;

  // Strangers and native code that fewer passes meet are an accident of the work.
  static final double OFTEN = 0.3;

  // What a crowd that does little else queues for; see GilCpu.md, "Threshold".
  private static final double NEARLY_ALL = 0.9;

  // Estimates are off by powers of ten: ten times what matters when it is sure.
  private static final double LIKELY_NANOS = 10 * COMPUTES_NANOS;

  private Judgement() {}

  /**
   * The verdict on one lock.
   *
   * @param sharing who shares it
   * @param drafts its regions
   * @param share time held over the whole time of the work that uses it
   * @param computing the same of the computing alone
   */
  static GilLike of(Sharing sharing, List<Draft> drafts, double share, double computing) {
    boolean crowd = sharing.crowd() && share >= NEARLY_ALL;
    List<Draft> heavy =
        drafts.stream()
            .filter(Draft::counts)
            .filter(Draft::blocking)
            .filter(
                draft ->
                    (sharing.firm() ? matters(draft) : works(draft))
                        || (crowd && mayCompute(draft)))
            .toList();
    boolean shared = sharing.oneForAll() && !sharing.because().isEmpty();
    if (!shared || heavy.isEmpty()) {
      return GilLike.NO;
    }
    if (share >= MOST) {
      return waits(heavy) ? GilLike.TOTAL : GilLike.COMPUTE;
    }
    return share >= BUSY && computing >= MOST && !waits(heavy) ? GilLike.COMPUTE : GilLike.NO;
  }

  /** Whether a pass is long enough to matter. */
  static boolean matters(Draft draft) {
    return works(draft) || draft.effort().strange() >= OFTEN;
  }

  /**
   * Whether a pass is long by what was seen. Where only a stranger's work would make it long, and
   * nothing shows that one object serves all, one guess rests on another.
   */
  private static boolean works(Draft draft) {
    Effort effort = draft.effort();
    return effort.cpu() >= COMPUTES_NANOS || waits(draft) || effort.natives() >= OFTEN;
  }

  /**
   * Whether a pass likely computes for long, whatever is sure of it: how long a text is, or how
   * often a value that is made on a miss is missing, nobody knows.
   */
  private static boolean mayCompute(Draft draft) {
    return draft.inside().cost().cpu().middle() >= LIKELY_NANOS;
  }

  /** Whether it is held across waits for the outside, or mostly while strangers work. */
  private static boolean waits(List<Draft> drafts) {
    double strange = 0;
    double held = 0;
    for (Draft draft : drafts) {
      strange += draft.times() * draft.effort().strange() * Strangers.NANOS.middle();
      held += draft.heldNanos();
    }
    return strange >= held / 2 || drafts.stream().anyMatch(Judgement::waits);
  }

  /**
   * Whether the outside is waited for in a region, for long enough beside what its owner waits with
   * the lock given back.
   */
  static boolean waits(Draft draft) {
    Effort effort = draft.effort();
    double least = Math.min(effort.nanos(), Shares.LONG_NANOS) * WAIT_SHARE;
    double busy = draft.freeNanos() * BUSY;
    return effort.chanceOutside() >= Effort.BELIEVED
        && effort.outside() >= Math.max(WAIT_NANOS, Math.max(least, busy));
  }
}
