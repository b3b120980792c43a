package dev.concur.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what one call waits and computes on its own thread: wall time less run delay, less
 * collections of garbage, less the CPU time of the thread is waiting. Medians over rounds of calls.
 */
final class Stopwatch {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path RUN_DELAY = Path.of("/proc/thread-self/schedstat");
  private static final long ENOUGH = Long.getLong("enough", 1_000) * 1_000_000L;
  private static final long WARM = Long.getLong("warm", 400) * 1_000_000L;
  private static final long ROUND = 2_000_000L;
  private static final int STARTED = 20;

  static volatile Object kept;

  private final List<double[]> rounds = new ArrayList<>();
  private long user;
  private long allCpu;
  private int runs;

  static Measured measure(Subject subject) throws Exception {
    Stopwatch first = new Stopwatch();
    first.run(subject, WARM, false, 1);
    int batch = (int) Math.max(1, Math.min(1_000, ROUND / Math.max(1, first.medianOf(0))));
    Stopwatch warm = new Stopwatch();
    warm.run(subject, subject.files() ? ENOUGH * 3 / 2 : ENOUGH, false, batch);
    double cpu = warm.medianOf(1);
    if (subject.files()) {
      cpu = cpu * Math.min(1, warm.user / (double) Math.max(1, warm.allCpu));
    }
    Stopwatch watch = warm;
    if (!subject.cold.isEmpty()) {
      watch = new Stopwatch();
      watch.run(subject, ENOUGH, true, 1);
    }
    double all = watch.medianOf(0);
    return new Measured(subject, all, cpu, Math.max(0, all - cpu));
  }

  private void run(Subject subject, long nanos, boolean cold, int batch) throws Exception {
    long begun = System.nanoTime();
    int size = subject.async ? STARTED : cold || subject.before != null ? 1 : batch;
    while (rounds.size() < 5 || (System.nanoTime() - begun < nanos && runs < 200_000)) {
      if (cold) {
        evict(subject.cold);
      }
      if (subject.before != null) {
        for (int i = 0; i < size; i++) {
          subject.before.run();
        }
      }
      round(subject, size);
      subject.afterwards.run();
      if (System.nanoTime() - begun > 20_000_000_000L) {
        break;
      }
    }
  }

  private void round(Subject subject, int size) throws Exception {
    long user0 = THREADS.getCurrentThreadUserTime();
    long stopped0 = runDelay() + collecting();
    long wall0 = System.nanoTime();
    long cpu0 = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < size; i++) {
      kept = subject.body.run();
    }
    long cpu = THREADS.getCurrentThreadCpuTime() - cpu0;
    long wall = System.nanoTime() - wall0;
    long stopped = runDelay() + collecting() - stopped0;
    user += THREADS.getCurrentThreadUserTime() - user0;
    allCpu += cpu;
    runs += size;
    rounds.add(new double[] {Math.max(0, wall - stopped) / (double) size, cpu / (double) size});
  }

  private double medianOf(int column) {
    double[] sorted = rounds.stream().mapToDouble(r -> r[column]).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionTime() * 1_000_000)
        .sum();
  }

  private static long runDelay() throws IOException {
    return Long.parseLong(Files.readString(RUN_DELAY).split(" ")[1]);
  }

  private static void evict(List<Path> files) throws IOException, InterruptedException {
    for (Path file : files) {
      new ProcessBuilder("dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
