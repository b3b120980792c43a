package dev.concur.samples.unboundedvttoboundedresource;

import dev.concur.samples.desk.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Adds up balances. Wrong: all threads ask the pool for a connection at once, and most of them time
 * out.
 */
public final class BalanceRush {

  private final Ledger ledger;

  public BalanceRush(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What all customers owe together, in cents. */
  // label: io
  public long total(List<String> customers) throws InterruptedException, ExecutionException {
    List<Future<Long>> balances = new ArrayList<>();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String customer : customers) {
        // expect: unbounded-vt-to-bounded-resource
        balances.add(virtual.submit(() -> ledger.balanceOf(customer)));
      }
    }
    long total = 0;
    for (Future<Long> balance : balances) {
      total += balance.get();
    }
    return total;
  }
}
