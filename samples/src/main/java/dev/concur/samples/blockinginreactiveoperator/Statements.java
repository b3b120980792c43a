package dev.concur.samples.blockinginreactiveoperator;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import reactor.core.publisher.Flux;

/**
 * Looks up what customers owe as their names come in. Wrong: the thread that brings the names, most
 * often an event loop, waits for the database.
 */
public final class Statements {

  private final Ledger ledger;

  public Statements(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Balances in cents, in the order of the customers. */
  public Flux<Long> balances(Flux<String> customers) { // label: light
    return customers
        .filter(name -> !name.isBlank())
        .map(this::balanceOf); // expect: blocking-in-reactive-operator
  }

  private long balanceOf(String customer) { // label: io database
    try {
      return ledger.balanceOf(customer);
    } catch (SQLException e) {
      throw new IllegalStateException("no balance of " + customer, e);
    }
  }
}
