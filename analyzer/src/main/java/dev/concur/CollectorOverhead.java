package dev.concur;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells when hardly anything is done but collecting: the heap is too small, and yet every full
 * collection frees a little, so that no {@link OutOfMemoryError} ends it. Of HotSpot's collectors
 * only the parallel one has a limit of its own for that ({@code -XX:+UseGCOverheadLimit}).
 */
final class CollectorOverhead {

  /**
   * The part of the time that full collections may take. HotSpot's {@code GCTimeLimit} is 98 %;
   * ours is lower because scans were measured to go on for minutes at 73 to 93 % (bench.md, "A heap
   * that is too small"). Who gets a fifth of the speed is better served with more heap.
   */
  static final double MOST = 0.8;

  /**
   * The part of the heap that is still taken after them. With HotSpot's {@code GCHeapFreeLimit} it
   * is 98 %; 90 % are what was measured when the collections above had begun for good, and a heap
   * that has more to give may yet be enough.
   */
  static final double FULLEST = 0.9;

  /** For so long. Ours: the fullest step of a scan may pass, and a person still waits for it. */
  static final long WINDOW_MILLIS = 20_000;

  /**
   * The part of the time that they may take for minutes, whatever is left: what lives may lie in
   * the way of the collector for good. 132 jars in 768 MB spent 76 to 86 % of each of ten minutes
   * with 85 % of the heap taken, and got no further; 100 jars in 1,500 MB ended after minutes of 70
   * % (bench.md).
   */
  static final double MOST_FOR_LONG = 0.75;

  /** Ours: no step of a scan is so much fuller than the next that one waits longer for it. */
  static final long LONG_MILLIS = 180_000;

  /**
   * In no fewer collections, so that one that is slow, as on a machine that swaps, says nothing.
   * HotSpot's {@code AdaptiveSizePolicyGCTimeLimitThreshold}.
   */
  static final long COLLECTIONS = 5;

  /**
   * What stands for full collections of the serial, the parallel and the garbage-first collector.
   * Those that collect beside the program fail by themselves when they fall behind.
   */
  private static final Set<String> FULL =
      Set.of("MarkSweepCompact", "PS MarkSweep", "G1 Old Generation");

  /**
   * What full collections have come to.
   *
   * @param millis when that was read, from any moment on
   * @param collections how many there were
   * @param collectingMillis how long they took together
   * @param taken the part of the heap that was taken after the last of them
   */
  record Sample(long millis, long collections, long collectingMillis, double taken) {

    private static final Sample NONE = new Sample(0, 0, 0, 0);

    /** That of this JVM. */
    static Sample now() {
      return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
          .filter(each -> FULL.contains(each.getName()))
          .map(Sample::of)
          .findFirst()
          .orElse(NONE);
    }

    private static Sample of(GarbageCollectorMXBean full) {
      return new Sample(
          System.nanoTime() / 1_000_000,
          full.getCollectionCount(),
          full.getCollectionTime(),
          (double) bytesAfter(full.getLastGcInfo()) / Runtime.getRuntime().maxMemory());
    }

    private static long bytesAfter(@Nullable GcInfo last) {
      return last == null
          ? 0
          : ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(pool -> last.getMemoryUsageAfterGc().get(pool.getName()))
              .filter(Objects::nonNull)
              .mapToLong(MemoryUsage::getUsed)
              .sum();
    }

    private boolean spansFrom(Sample then, long window) {
      return millis - then.millis >= window && collections - then.collections >= COLLECTIONS;
    }

    private double shareSince(Sample then) {
      return (double) (collectingMillis - then.collectingMillis) / (millis - then.millis);
    }
  }

  private final Window window = new Window(WINDOW_MILLIS);
  private final Window minutes = new Window(LONG_MILLIS);

  /** Whether the time that ends here went into collections; to be asked every second or so. */
  boolean exceededAt(Sample now) {
    boolean full = window.shareAt(now) > MOST && now.taken() > FULLEST;
    return minutes.shareAt(now) > MOST_FOR_LONG || full;
  }

  /** How much of the last so many milliseconds went into collections. */
  private static final class Window {
    private final long millis;

    /** One whenever there were more collections, the first of them at least a window ago. */
    private final List<Sample> seen = new ArrayList<>();

    Window(long millis) {
      this.millis = millis;
    }

    /** 0 while too little was seen to tell, or nothing since it was asked before. */
    double shareAt(Sample now) {
      if (!seen.isEmpty() && seen.get(seen.size() - 1).collections() == now.collections()) {
        return 0;
      }
      seen.add(now);
      while (seen.size() > 1 && now.spansFrom(seen.get(1), millis)) {
        seen.remove(0);
      }
      Sample then = seen.get(0);
      return now.spansFrom(then, millis) ? now.shareSince(then) : 0;
    }
  }
}
