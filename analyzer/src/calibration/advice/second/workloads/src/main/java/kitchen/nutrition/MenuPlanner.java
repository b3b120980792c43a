package kitchen.nutrition;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Adds up the energy of a menu. */
public final class MenuPlanner {
  private final NutritionCache cache;
  private final ExecutorService cooks = Executors.newFixedThreadPool(4);

  public MenuPlanner(NutritionCache cache) {
    this.cache = cache;
  }

  public long plan(List<Dish> menu) throws Exception {
    List<Callable<Integer>> tasks =
        menu.stream()
            .map(dish -> (Callable<Integer>) () -> weigh(dish))
            .collect(Collectors.toList());
    long sum = 0;
    for (Future<Integer> energy : cooks.invokeAll(tasks)) {
      sum += energy.get();
    }
    return sum;
  }

  public int weigh(Dish dish) {
    return cache.energy(dish);
  }

  public void close() {
    cooks.shutdownNow();
  }
}
