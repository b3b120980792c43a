package dev.concur.verify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How much of the machine others are using right now. */
public final class MachineLoad {

  private static final Duration PROBE = Duration.ofMillis(120);

  private static final int SETTLING_LOOKS = 3;

  /** Quiet machines showed shares up to this. */
  private static final double QUIET = .09;

  private MachineLoad() {}

  /**
   * Run-delay share: one thread a core computes for a moment, and this is the share of that moment
   * in which the threads stood in the run queue (or the machine was taken away by its host or a
   * quota). 0 on a quiet machine.
   */
  public static double runDelayShare() {
    int cores = Runtime.getRuntime().availableProcessors();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    if (!clock.isCurrentThreadCpuTimeSupported()) {
      return 0;
    }
    ExecutorService threads = Executors.newFixedThreadPool(cores);
    try {
      List<Future<Double>> shares = new ArrayList<>();
      for (int k = 0; k < cores; k++) {
        shares.add(threads.submit(() -> delayedShare(clock)));
      }
      double sum = 0;
      for (Future<Double> share : shares) {
        sum += share.get();
      }
      return sum / cores;
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The same right after a benchmark: the JVMs that ran may compile on for a moment, and that is
   * not the work of others. So it looks up to three times and believes the quietest moment.
   */
  static double settledRunDelayShare() {
    double share = runDelayShare();
    for (int look = 1; look < SETTLING_LOOKS && share > QUIET; look++) {
      share = Math.min(share, runDelayShare());
    }
    return share;
  }

  private static double delayedShare(ThreadMXBean clock) {
    long start = System.nanoTime();
    long cpuStart = clock.getCurrentThreadCpuTime();
    long now = start;
    while (now - start < PROBE.toNanos()) {
      now = System.nanoTime();
    }
    double ran = clock.getCurrentThreadCpuTime() - cpuStart;
    return Math.max(0, 1 - ran / (now - start));
  }
}
