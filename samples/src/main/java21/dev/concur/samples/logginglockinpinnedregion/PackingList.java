package dev.concur.samples.logginglockinpinnedregion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Notes what is packed. Wrong from 21 to 23: the console has a lock, and a carrier waits for it.
 */
public final class PackingList {

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
    synchronized (packed) { // expect: logging-lock-in-pinned-region on 21-23
      packed.merge(sku, 1, Integer::sum);
      System.out.println("packed " + sku);
    }
  }
}
