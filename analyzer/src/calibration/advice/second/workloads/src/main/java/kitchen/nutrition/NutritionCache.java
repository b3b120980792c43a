package kitchen.nutrition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was computed; the oldest entries leave first. */
public final class NutritionCache {
  private final Map<Dish, Integer> energies;

  public NutritionCache(int capacity) {
    energies =
        Collections.synchronizedMap(
            new LinkedHashMap<Dish, Integer>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<Dish, Integer> eldest) {
                return size() > capacity;
              }
            });
  }

  public int energy(Dish dish) {
    return energies.computeIfAbsent(dish, NutritionModel::energy);
  }

  public void clear() {
    energies.clear();
  }
}
