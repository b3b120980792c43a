package dev.concur.samples.unboundedvttoboundedresource;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Right: as many at a time as there are connections. */
public final class BalanceQueue {

  private final Semaphore connections = new Semaphore(10);
  private final Ledger ledger;

  public BalanceQueue(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What all customers owe together, in cents. */
  // label: io
  public long total(List<String> customers) throws InterruptedException, ExecutionException {
    List<Future<Long>> balances = new ArrayList<>();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String customer : customers) {
        balances.add(virtual.submit(() -> balanceOf(customer)));
      }
    }
    long total = 0;
    for (Future<Long> balance : balances) {
      total += balance.get();
    }
    return total;
  }

  // label: io database
  private long balanceOf(String customer) throws InterruptedException, SQLException {
    connections.acquire();
    try {
      return ledger.balanceOf(customer);
    } finally {
      connections.release();
    }
  }
}
