package dev.concur.samples.logginglockinpinnedregion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Right: notes inside, speaks outside. */
public final class QuietPackingList {

  private final Map<String, Integer> packed = new HashMap<>();

  /** Notes all parcels, each on a virtual thread. */
  public void noteAll(List<String> skus) {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String sku : skus) {
        virtual.submit(() -> note(sku));
      }
    }
  }

  private void note(String sku) {
    synchronized (packed) {
      packed.merge(sku, 1, Integer::sum);
    }
    System.out.println("packed " + sku);
  }
}
