package dev.concur.samples.poolselfwait;

import java.math.BigInteger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks and seals orders. Wrong: two orders at once take both threads, and both wait for a third.
 */
public final class OrderPipeline {

  private final ExecutorService clerks = Executors.newFixedThreadPool(2);
  private final BigInteger modulus;

  public OrderPipeline(BigInteger modulus) {
    this.modulus = modulus;
  }

  /** Takes an order in. */
  public Future<String> take(BigInteger order) {
    return clerks.submit(() -> checked(order)); // expect: pool-self-wait [fix]
  }

  private String checked(BigInteger order) throws InterruptedException, ExecutionException {
    // expect: async-over-cpu
    Future<BigInteger> seal = clerks.submit(() -> order.modPow(order, modulus));
    return seal.get().toString(36);
  }
}
