package traffic.counters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts the passages of a day, a task a loop in the road. */
public class CensusDay implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final PassageCounters counters;

  public CensusDay(PassageCounters counters) {
    this.counters = counters;
  }

  public Map<String, Long> count(List<List<Passage>> loops)
      throws InterruptedException, ExecutionException {
    List<Future<?>> tasks = new ArrayList<>();
    for (List<Passage> passages : loops) {
      tasks.add(executor.submit(() -> countLoop(passages)));
    }
    for (Future<?> task : tasks) {
      task.get();
    }
    return counters.report();
  }

  private void countLoop(List<Passage> passages) {
    for (Passage passage : passages) {
      counters.increment(kind(passage));
      if (passage.speed() > 130) {
        counters.increment("fast");
      }
    }
  }

  public static String kind(Passage passage) {
    return Classes.of(passage);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
