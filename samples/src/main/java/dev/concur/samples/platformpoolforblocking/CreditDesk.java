package dev.concur.samples.platformpoolforblocking;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for the limits of many customers at once. Wrong: eight threads, all of them asleep in a
 * socket, so eight questions at a time.
 *
 * <p>Best: virtual threads where there are any, one for each question. On 17: more threads, sized
 * by the wait.
 */
public final class CreditDesk {

  private final ExecutorService clerks = Executors.newFixedThreadPool(8);
  private final CreditBureau bureau;

  public CreditDesk(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Sum of the limits of all customers, in cents. */
  public long totalLimit(List<String> customers) throws InterruptedException, ExecutionException {
    List<Future<Long>> limits = new ArrayList<>();
    for (String customer : customers) {
      // expect: platform-pool-for-blocking [17: threads, 21: virtual-threads]
      limits.add(clerks.submit(() -> limitOf(customer)));
    }
    long total = 0;
    for (Future<Long> limit : limits) {
      total += limit.get();
    }
    return total;
  }

  private long limitOf(String customer) throws IOException { // label: io network
    return bureau.limitOf(customer);
  }
}
