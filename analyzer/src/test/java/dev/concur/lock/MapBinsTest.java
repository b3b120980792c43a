package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.concur.model.Path;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Bins of concurrent maps, which are locked while a function of the program runs. */
class MapBinsTest {

  private static final String BIN = "bin of field Prices.map";

  @Test
  void a_function_that_makes_a_missing_value_runs_when_it_is_missing() {
    assertEquals(
        Path.MISS, prices("ConcurrentHashMap", "computeIfAbsent(key, k -> digest(k))").path(BIN));
  }

  @Test
  void a_function_that_changes_a_value_runs_each_time() {
    assertEquals(
        Path.HOT, prices("ConcurrentHashMap", "compute(key, (k, old) -> digest(k))").path(BIN));
  }

  @Test
  void a_bin_is_one_lock_of_many() {
    assertEquals(
        Scope.PER_KEY,
        prices("ConcurrentHashMap", "merge(key, key, (a, b) -> digest(b))")
            .lock(BIN)
            .lock()
            .scope());
  }

  @Test
  void a_map_that_is_not_concurrent_has_no_bins_to_lock() {
    assertFalse(prices("HashMap", "compute(key, (k, old) -> digest(k))").ids().contains(BIN));
  }

  private static Found prices(String map, String change) {
    return Found.in(
        """
        import java.util.*;
        import java.util.concurrent.*;
        public class Prices {
          final Map<byte[], byte[]> map = new %s<>();
          %s
          public byte[] ask(byte[] key) { return map.%s; }
        }
        """
            .formatted(map, Found.DIGEST, change));
  }
}
