package dev.concur.samples.declarednonblockingbutblocks;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up what customers owe. Wrong: the second promise is kept, the first one is not. */
public final class FastLookup {

  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private final Ledger ledger;

  public FastLookup(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What the customer owes. */
  @NonBlocking
  // expect: declared-nonblocking-but-blocks
  public long balanceOf(String customer) throws SQLException {
    long balance = ledger.balanceOf(customer);
    known.put(customer, balance);
    return balance;
  }

  /** What the customer owed when last asked. */
  @NonBlocking
  public long lastBalanceOf(String customer) { // label: light
    return known.getOrDefault(customer, 0L);
  }
}
