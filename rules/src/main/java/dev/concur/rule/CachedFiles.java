package dev.concur.rule;

import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;

/**
 * Waits for the disk that are none: a file that is read so fast comes from the page cache, and
 * copying it keeps a core busy.
 */
public final class CachedFiles {

  // A seek takes some milliseconds, a write that must be durable as well; a page of the cache some
  // microseconds.
  private static final double FROM_CACHE_NANOS = 1_000_000;

  // What must reach the disk takes 100 us at the least (catalogue), and may be done every other
  // time; reads and writes of the cache take less however often a guess repeats them.
  private static final double DURABLE_LEAST_NANOS = 50_000;

  private CachedFiles() {}

  /** A round with what it reads from the page cache counted as computing. */
  public static Cost round(Loop loop) {
    double copying = copying(loop);
    Cost body = loop.body();
    if (copying == 0) {
      return body;
    }
    double share = Math.min(1, copying / body.waiting().middle());
    Interval copied = body.waiting().times(share);
    Interval waits = share < 1 ? body.waiting().times(1 - share) : Interval.ZERO;
    return new Cost(body.cpu().plus(copied), waits, body.provenance());
  }

  /** How much of a round waits for anything but the page cache, 0..1. */
  public static double waitShare(Loop loop) {
    return round(loop).waitShare();
  }

  /**
   * Whether a wait is one for the disk itself: it is as long as that, what is the least of it is no
   * answer of the page cache, and it is not made of many that nobody has counted.
   */
  public static boolean durable(Happening.Waits wait) {
    return wait.kind() == Kind.DISK
        && wait.nanos().middle() >= FROM_CACHE_NANOS
        && wait.nanos().low() >= DURABLE_LEAST_NANOS
        && !Words.guessed(wait.nanos());
  }

  private static double copying(Loop loop) {
    return loop.all(Happening.Waits.class).stream()
        .filter(wait -> wait.kind() == Kind.DISK && !durable(wait))
        .filter(wait -> wait.nanos().middle() < FROM_CACHE_NANOS || !Words.guessed(wait.nanos()))
        .mapToDouble(wait -> wait.nanos().middle())
        .sum();
  }
}
