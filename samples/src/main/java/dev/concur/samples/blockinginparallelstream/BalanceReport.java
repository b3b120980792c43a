package dev.concur.samples.blockinginparallelstream;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.List;

/**
 * Adds up balances. Wrong: the stream runs on the common pool, and so its threads wait for the
 * database.
 */
public final class BalanceReport {

  private final Ledger ledger;

  public BalanceReport(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What all customers owe together, in cents. */
  public long total(List<String> customers) { // label: io database
    // expect: blocking-in-parallel-stream [17: threads, 21: virtual-threads]
    return customers.parallelStream().mapToLong(this::balanceOf).sum();
  }

  private long balanceOf(String customer) { // label: io database
    try {
      return ledger.balanceOf(customer);
    } catch (SQLException e) {
      throw new IllegalStateException("no balance of " + customer, e);
    }
  }
}
