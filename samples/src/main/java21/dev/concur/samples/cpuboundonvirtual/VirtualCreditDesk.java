package dev.concur.samples.cpuboundonvirtual;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Right: waiting is what virtual threads are for. */
public final class VirtualCreditDesk {

  private final CreditBureau bureau;

  public VirtualCreditDesk(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Sum of the limits of all customers, in cents. */
  // label: io
  public long totalLimit(List<String> customers) throws InterruptedException, ExecutionException {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> limits = new ArrayList<>();
      for (String customer : customers) {
        limits.add(virtual.submit(() -> limitOf(customer)));
      }
      long total = 0;
      for (Future<Long> limit : limits) {
        total += limit.get();
      }
      return total;
    }
  }

  private long limitOf(String customer) throws IOException { // label: io network
    return bureau.limitOf(customer);
  }
}
