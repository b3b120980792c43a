package dev.concur.samples.platformpoolforblocking;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up what many customers owe. Wrong: a whole operating-system thread for every customer, each
 * to wait for one row.
 *
 * <p>Best: virtual threads where there are any. On 17 nothing but such a thread could wait here.
 */
public final class DebtDesk {

  private final Ledger ledger;

  public DebtDesk(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Everything that these customers owe, in cents. */
  public long owedBy(List<String> customers) throws InterruptedException {
    LongAdder owed = new LongAdder();
    CountDownLatch open = new CountDownLatch(customers.size());
    for (String customer : customers) {
      Thread clerk = new Thread(() -> add(customer, owed, open));
      clerk.start(); // expect: platform-pool-for-blocking [17: threads, 21: virtual-threads]
    }
    open.await();
    return owed.sum();
  }

  private void add(String customer, LongAdder owed, CountDownLatch open) { // label: io database
    try {
      owed.add(ledger.balanceOf(customer));
    } catch (SQLException e) {
      throw new IllegalStateException("no balance of " + customer, e);
    } finally {
      open.countDown();
    }
  }
}
