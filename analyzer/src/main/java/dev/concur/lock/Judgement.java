package dev.concur.lock;

import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Path;
import dev.concur.model.Region;
import java.util.List;

/**
 * Whether a lock behaves like CPython's GIL: one for all, most of the hot work inside, and more
 * than tiny.
 */
final class Judgement {

  // Half the work under one lock caps any machine at 2x (Amdahl 1967).
  static final double MOST = 0.5;

  // Below this, handing the lock over costs more than the work inside; two threads on a monitor ran
  // at .73x with
  // .8 us held and .82x with 16 us.
  static final double TINY_NANOS = 5_000;

  private Judgement() {}

  /**
   * The verdict on one lock.
   *
   * @param sharing who shares it
   * @param regions its regions with their path among its uses
   * @param share time held over the whole time of the work that uses it
   * @param blocking whether anybody waits for it on the hot path; an attempt that gives up does not
   */
  static GilLike of(Sharing sharing, List<Region> regions, Interval share, boolean blocking) {
    List<Region> hot =
        regions.stream()
            .filter(region -> region.path() == Path.HOT && region.excludesAll())
            .toList();
    boolean accused =
        sharing.oneForAll()
            && !sharing.because().isEmpty()
            && blocking
            && share.middle() >= MOST
            && hot.stream().anyMatch(Judgement::matters);
    if (!accused) {
      return GilLike.NO;
    }
    return hot.stream().anyMatch(Judgement::mayWait) ? GilLike.TOTAL : GilLike.COMPUTE;
  }

  private static boolean matters(Region region) {
    return region.inside().total().middle() >= TINY_NANOS
        || region.happenings().stream().anyMatch(Judgement::heavy);
  }

  private static boolean heavy(Happening happening) {
    return happening instanceof Happening.Waits
        || happening instanceof Happening.CallsOut
        || happening instanceof Happening.EntersNative;
  }

  private static boolean mayWait(Region region) {
    return region.has(Happening.Waits.class) || region.has(Happening.CallsOut.class);
  }
}
