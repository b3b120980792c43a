package dev.concur.samples.gilstory;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A compute GIL: CPython as it is. The lock is given back in front of the call and taken again
 * behind it, so a hundred scripts can wait at once, and one can compute.
 *
 * <p>Best: change the lock. The script needs nothing that is shared; only the last result does.
 */
public final class ReleasedWhileWaiting {

  private static final int STEPS = 20_000_000;
  private static final ReentrantLock INTERPRETER = new ReentrantLock();
  private static double lastResult;

  private final Script script;
  private final PricingClient prices;

  public ReleasedWhileWaiting(Script script, PricingClient prices) {
    this.script = script;
    this.prices = prices;
  }

  /** Prepares the question, asks it without the lock, and runs the script on the answer. */
  public double evaluate(String article) throws IOException, InterruptedException {
    INTERPRETER.lock();
    String sku;
    try {
      sku = article.trim();
    } finally {
      INTERPRETER.unlock();
    }
    Price price = prices.priceOf(sku);
    INTERPRETER.lock(); // expect: gil-cpu, gil-static-lock [lock-change]
    try {
      lastResult = script.run(price.cents(), STEPS);
      return lastResult;
    } finally {
      INTERPRETER.unlock();
    }
  }
}
