package dev.concur.samples.pooledvirtualthreads;

import dev.concur.samples.desk.CreditBureau;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for limits. Wrong: the pool keeps ten of what may be had by the million. */
public final class CourierPool {

  private final ExecutorService couriers =
      Executors.newFixedThreadPool(10, Thread.ofVirtual().name("courier-", 0).factory());
  private final CreditBureau bureau;

  public CourierPool(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** The customer's limit, soon. */
  public Future<Long> limitLater(String customer) { // label: light async
    return couriers.submit(() -> bureau.limitOf(customer)); // expect: pooled-virtual-threads
  }
}
