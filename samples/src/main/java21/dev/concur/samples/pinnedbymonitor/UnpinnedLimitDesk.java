package dev.concur.samples.pinnedbymonitor;

import dev.concur.samples.desk.CreditBureau;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Right: the monitor guards a note, not the waiting. */
public final class UnpinnedLimitDesk {

  private final CreditBureau bureau;
  private long asked;
  private String last = "";

  public UnpinnedLimitDesk(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Limits of all customers, in their order. */
  // label: io
  public List<Long> limits(List<String> customers) throws InterruptedException, ExecutionException {
    List<Future<Long>> answers = new ArrayList<>();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String customer : customers) {
        answers.add(
            virtual.submit(
                () -> {
                  note(customer);
                  return bureau.limitOf(customer);
                }));
      }
    }
    List<Long> limits = new ArrayList<>();
    for (Future<Long> limit : answers) {
      limits.add(limit.get());
    }
    return limits;
  }

  private synchronized void note(String customer) {
    asked++;
    last = customer;
  }
}
