package dev.concur.workloads.code;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A cache that asks the warehouse while it holds its lock. */
public final class StockCache {

  public static final int THREADS = 20;
  public static final int REQUESTS = 200;

  private static final StockCache CACHE = new StockCache();

  private final Map<Integer, Integer> stock = new HashMap<>();

  private StockCache() {}

  public static void main(String[] args) throws InterruptedException {
    ExecutorService requests = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < REQUESTS; i++) {
      int article = i;
      requests.submit(() -> CACHE.pieces(article));
    }
    requests.shutdown();
    requests.awaitTermination(1, TimeUnit.MINUTES);
  }

  public static StockCache cache() {
    return CACHE;
  }

  public synchronized int pieces(int article) {
    Integer known = stock.get(article);
    if (known == null) {
      known = ask(article);
      stock.put(article, known);
    }
    return known;
  }

  public static int ask(int article) {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return article;
  }
}
