package dev.concur.samples.pooledvirtualthreads;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Right: a new thread for each question, and a semaphore for what the bureau can bear. */
public final class BoundedCouriers {

  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore lines = new Semaphore(10);
  private final CreditBureau bureau;

  public BoundedCouriers(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** The customer's limit, soon. */
  public Future<Long> limitLater(String customer) { // label: light async
    return couriers.submit(() -> limitOf(customer));
  }

  // label: io network
  private long limitOf(String customer) throws IOException, InterruptedException {
    lines.acquire();
    try {
      return bureau.limitOf(customer);
    } finally {
      lines.release();
    }
  }
}
