package dev.concur.rule;

import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;

/**
 * Short waits for the disk: a file that is read so fast comes from the page cache, and copying it
 * keeps a core busy.
 */
public final class CachedFiles {

  // A seek takes some milliseconds, a write that must be durable as well; a page of the cache some
  // microseconds.
  private static final double FROM_CACHE_NANOS = 1_000_000;

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

  private static double copying(Loop loop) {
    double disk =
        loop.all(Happening.Waits.class).stream()
            .filter(wait -> wait.kind() == Kind.DISK)
            .mapToDouble(wait -> wait.nanos().middle())
            .sum();
    return disk < FROM_CACHE_NANOS ? disk : 0;
  }
}
