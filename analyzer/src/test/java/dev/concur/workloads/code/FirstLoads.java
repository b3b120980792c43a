package dev.concur.workloads.code;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads descriptions inside the map, a few hundred of them. */
public final class FirstLoads {

  private final Map<Integer, String> loaded = new ConcurrentHashMap<>();

  public String description(int article) {
    return loaded.computeIfAbsent(article, FirstLoads::load);
  }

  public static String load(int article) {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "article " + article;
  }
}
