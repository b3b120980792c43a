package stats.hits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts page hits for the statistics page. */
public final class HitStatistics implements AutoCloseable {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private long hits;
  private long bytes;

  /** Counts the access log lines. */
  public void countAll(List<String> lines) throws InterruptedException, ExecutionException {
    int slice = Math.max(1, lines.size() / (WORKERS * 4));
    List<Future<?>> parts = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += slice) {
      List<String> part = lines.subList(from, Math.min(lines.size(), from + slice));
      parts.add(workers.submit(() -> part.forEach(this::count)));
    }
    for (Future<?> part : parts) {
      part.get();
    }
  }

  public void count(String line) {
    record(size(line));
  }

  private synchronized void record(int size) {
    hits++;
    bytes += size;
  }

  public synchronized long hits() {
    return hits;
  }

  public synchronized long bytes() {
    return bytes;
  }

  public synchronized void reset() {
    hits = 0;
    bytes = 0;
  }

  /** The size is the last field of a line. */
  public static int size(String line) {
    int size = 0;
    for (int i = line.lastIndexOf(' ') + 1; i < line.length(); i++) {
      size = size * 10 + line.charAt(i) - '0';
    }
    return size;
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
