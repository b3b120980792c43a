package dev.concur.samples.poolselfwait;

import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Right: nobody waits on a thread; what comes next is said beforehand. */
public final class TwoPoolPipeline {

  private final ExecutorService clerks =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final BigInteger modulus;

  public TwoPoolPipeline(BigInteger modulus) {
    this.modulus = modulus;
  }

  /** Takes an order in. */
  public CompletableFuture<String> take(BigInteger order) { // label: light async
    return CompletableFuture.supplyAsync(() -> order.modPow(order, modulus), clerks)
        .thenApply(seal -> seal.toString(36));
  }
}
