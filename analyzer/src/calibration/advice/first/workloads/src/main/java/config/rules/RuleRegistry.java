package config.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The routing rules of a message hub; asked for every message, changed by the operators now and
 * then.
 */
public final class RuleRegistry implements AutoCloseable {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();
  private static final int REACH = 4_000;

  private final TreeMap<Integer, String> rules = new TreeMap<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

  /** Routes the messages given by their topic numbers; returns a checksum of the targets. */
  public long routeAll(List<Integer> topics) throws InterruptedException, ExecutionException {
    int slice = Math.max(1, topics.size() / (WORKERS * 4));
    List<Future<Long>> parts = new ArrayList<>();
    for (int from = 0; from < topics.size(); from += slice) {
      List<Integer> part = topics.subList(from, Math.min(topics.size(), from + slice));
      parts.add(workers.submit(() -> routePart(part)));
    }
    long sum = 0;
    for (Future<Long> part : parts) {
      sum += part.get();
    }
    return sum;
  }

  private long routePart(List<Integer> topics) {
    long sum = 0;
    for (Integer topic : topics) {
      sum += match(topic);
    }
    return sum;
  }

  /** Weighs the rules near the topic and returns the number of the best one. */
  public synchronized int match(int topic) {
    int best = -1;
    int bestScore = Integer.MIN_VALUE;
    for (Map.Entry<Integer, String> rule : rules.subMap(topic - REACH, topic + REACH).entrySet()) {
      int score = score(topic, rule.getKey(), rule.getValue());
      if (score > bestScore) {
        bestScore = score;
        best = rule.getKey();
      }
    }
    return best;
  }

  public synchronized void define(int topic, String rule) {
    rules.put(topic, rule);
  }

  public synchronized void remove(int topic) {
    rules.remove(topic);
  }

  public static int score(int topic, int key, String rule) {
    int score = 0;
    for (int i = 0; i < rule.length(); i++) {
      score = score * 31 + (rule.charAt(i) ^ topic >> (i & 7));
    }
    return (score & 0xFFFF) - Math.abs(topic - key);
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
