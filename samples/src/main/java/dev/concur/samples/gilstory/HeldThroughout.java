package dev.concur.samples.gilstory;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A total lock: what Python would be, did it not release its lock in front of every system call.
 * While one script waits for the price service, no other script runs.
 *
 * <p>Best: change the lock. Give it back while waiting first; everything else comes after.
 */
public final class HeldThroughout {

  private static final int STEPS = 50_000;
  private static final ReentrantLock INTERPRETER = new ReentrantLock();
  private static double lastResult;

  private final Script script;
  private final PricingClient prices;

  public HeldThroughout(Script script, PricingClient prices) {
    this.script = script;
    this.prices = prices;
  }

  /** Asks for the price of an article and runs the script on it. */
  public double evaluate(String sku) throws IOException, InterruptedException {
    INTERPRETER.lock(); // expect: gil-io, gil-static-lock, blocking-under-lock [lock-change]
    try {
      Price price = prices.priceOf(sku);
      lastResult = script.run(price.cents(), STEPS);
      return lastResult;
    } finally {
      INTERPRETER.unlock();
    }
  }
}
