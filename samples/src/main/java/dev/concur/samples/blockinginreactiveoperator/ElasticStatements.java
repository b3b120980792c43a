package dev.concur.samples.blockinginreactiveoperator;

import dev.concur.samples.desk.Ledger;
import java.sql.SQLException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Right: each look into the database waits on a scheduler whose threads may wait. */
public final class ElasticStatements {

  private final Ledger ledger;

  public ElasticStatements(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Balances in cents, in the order of the customers. */
  public Flux<Long> balances(Flux<String> customers) { // label: light
    return customers.filter(name -> !name.isBlank()).concatMap(this::later);
  }

  private Mono<Long> later(String customer) { // label: light
    return Mono.fromCallable(() -> balanceOf(customer)).subscribeOn(Schedulers.boundedElastic());
  }

  private long balanceOf(String customer) { // label: io database
    try {
      return ledger.balanceOf(customer);
    } catch (SQLException e) {
      throw new IllegalStateException("no balance of " + customer, e);
    }
  }
}
