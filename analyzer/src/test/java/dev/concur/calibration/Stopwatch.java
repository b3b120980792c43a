package dev.concur.calibration;

import dev.concur.model.Kind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what one call waits and computes on its own thread.
 *
 * <p>Waiting is the time in which the thread was off its core, without the time in which it wanted
 * one and got none and without collections of garbage. Where files are read or written, the time in
 * the kernel is waiting too: reading a file is I/O also where the page cache answers.
 */
final class Stopwatch {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path RUN_DELAY = Path.of("/proc/thread-self/schedstat");

  /** User time comes in ticks of 10 ms, so a good number of them is needed. */
  private static final long ENOUGH = 1_000_000_000L;

  private static final long WARM = 300_000_000L;
  private static final int MOST = 200_000;
  private static final int LEAST = 3;

  /** Calls that start work are made so many at once, since a thread just woken measures badly. */
  private static final int STARTED = 20;

  private long wall;
  private long user;
  private long cpu;
  private long stopped;
  private int runs;
  static volatile Object kept;

  private Stopwatch() {}

  static Measured measure(Subject subject) throws Exception {
    new Stopwatch().run(subject, WARM, false);
    Stopwatch warm = new Stopwatch();
    warm.run(subject, ENOUGH, false);
    boolean files = subject.kinds.contains(Kind.DISK);
    double computing = (double) (files ? warm.user : warm.cpu) / warm.runs;
    Stopwatch watch = warm;
    if (!subject.cold.isEmpty()) {
      watch = new Stopwatch();
      watch.run(subject, ENOUGH, true);
    }
    double all = (double) (watch.wall - watch.stopped) / watch.runs;
    double waiting = Math.max(0, all - computing);
    return new Measured(subject.method, subject.kinds, subject.starts, waiting, computing);
  }

  private void run(Subject subject, long nanos, boolean cold) throws Exception {
    long begun = System.nanoTime();
    while (runs < LEAST || (System.nanoTime() - begun < nanos && runs < MOST)) {
      if (cold) {
        evict(subject.cold);
      }
      int batch = cold ? 1 : Math.max(1, Math.min(runs / 4, 1_000));
      play(subject, subject.starts ? STARTED : batch);
      subject.afterwards.run();
    }
  }

  private void play(Subject subject, int batch) throws Exception {
    long user0 = THREADS.getCurrentThreadUserTime();
    long cpu0 = THREADS.getCurrentThreadCpuTime();
    long stopped0 = runDelay() + collecting();
    long wall0 = System.nanoTime();
    for (int i = 0; i < batch; i++) {
      kept = subject.body.run();
    }
    wall += System.nanoTime() - wall0;
    stopped += runDelay() + collecting() - stopped0;
    cpu += THREADS.getCurrentThreadCpuTime() - cpu0;
    user += THREADS.getCurrentThreadUserTime() - user0;
    runs += batch;
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionTime() * 1_000_000)
        .sum();
  }

  private static long runDelay() throws IOException {
    return Files.exists(RUN_DELAY) ? Long.parseLong(Files.readString(RUN_DELAY).split(" ")[1]) : 0;
  }

  private static void evict(List<Path> files) throws IOException, InterruptedException {
    if (files.isEmpty()) {
      return;
    }
    List<Process> all = new ArrayList<>();
    for (Path file : files) {
      all.add(
          new ProcessBuilder(
                  "dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process process : all) {
      process.waitFor();
    }
  }
}
