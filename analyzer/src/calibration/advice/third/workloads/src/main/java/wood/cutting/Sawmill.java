package wood.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plans the cuts of a day. */
public class Sawmill implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  public long plan(List<Order> orders) throws InterruptedException, ExecutionException {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (Order order : orders) {
      tasks.add(() -> CuttingOptimizer.optimize(order));
    }
    long value = 0;
    for (Future<Integer> result : executor.invokeAll(tasks)) {
      value += result.get();
    }
    return value;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
