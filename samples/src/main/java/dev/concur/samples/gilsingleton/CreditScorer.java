package dev.concur.samples.gilsingleton;

import java.util.HashMap;
import java.util.Map;

/**
 * Scores customers from their payments. Wrong: one enum constant serves every request, one at a
 * time.
 *
 * <p>Best: change the lock. The score needs only its arguments; the memory of last scores is a
 * concurrent map.
 */
public enum CreditScorer {
  INSTANCE;

  private final Map<String, Double> lastScore = new HashMap<>();

  /** Score of a customer from the delays of all payments, oldest first, in days. */
  // expect: gil-singleton [lock-change]
  public synchronized double score(String customer, double[] delays) {
    double trend = 0;
    double score = 1;
    for (double delay : delays) {
      trend = 0.9 * trend + 0.1 * delay;
      score = score * Math.exp(-Math.max(0, trend) / 365) + Math.log1p(Math.abs(delay)) / 1_000;
    }
    lastScore.put(customer, score);
    return score;
  }

  /** The score that was computed last, or 1. */
  public synchronized double lastScoreOf(String customer) { // label: light
    return lastScore.getOrDefault(customer, 1.0);
  }
}
