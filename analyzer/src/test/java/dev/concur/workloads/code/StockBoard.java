package dev.concur.workloads.code;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One lock, held while the warehouse is asked and while the answer is worked on. */
public final class StockBoard {

  private static final Lock LOCK = new ReentrantLock();
  private static final Map<Integer, Double> PIECES = new HashMap<>();

  private StockBoard() {}

  public static double refresh(int article) throws InterruptedException {
    LOCK.lock();
    try {
      double pieces = estimate(ask(article));
      PIECES.put(article, pieces);
      return pieces;
    } finally {
      LOCK.unlock();
    }
  }

  public static int ask(int article) throws InterruptedException {
    Thread.sleep(3);
    return article;
  }

  public static double estimate(int answer) {
    double pieces = answer;
    for (int i = 0; i < 3_000; i++) {
      pieces += Math.sqrt(pieces + i);
    }
    return pieces;
  }
}
