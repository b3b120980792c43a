package proxy.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends the paths of an access log through the table and counts the targets. */
public class LogReplay implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int SLICE = 50;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final RouteTable table;

  public LogReplay(RouteTable table) {
    this.table = table;
  }

  public Map<String, Integer> replay(List<String> paths)
      throws InterruptedException, ExecutionException {
    List<Future<Map<String, Integer>>> parts = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += SLICE) {
      List<String> slice = paths.subList(from, Math.min(paths.size(), from + SLICE));
      parts.add(executor.submit(() -> count(slice)));
    }
    Map<String, Integer> counts = new HashMap<>();
    for (Future<Map<String, Integer>> part : parts) {
      part.get().forEach((target, n) -> counts.merge(target, n, Integer::sum));
    }
    return counts;
  }

  private Map<String, Integer> count(List<String> paths) {
    Map<String, Integer> counts = new HashMap<>();
    for (String path : paths) {
      counts.merge(table.target(path), 1, Integer::sum);
    }
    return counts;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
