package dev.concur.samples.blockinginnonasyncstage;

import dev.concur.samples.desk.Ledger;
import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Right: the stage says whose threads are to wait. */
public final class BookedElsewhere {

  private final PricingClient prices;
  private final Ledger ledger;
  private final Executor waiters;

  public BookedElsewhere(PricingClient prices, Ledger ledger, Executor waiters) {
    this.prices = prices;
    this.ledger = ledger;
    this.waiters = waiters;
  }

  /** A price that has been booked. */
  public CompletableFuture<Price> quoteAndBook(String sku, String customer) { // label: light async
    return prices.priceLater(sku).thenApplyAsync(price -> booked(price, customer), waiters);
  }

  private Price booked(Price price, String customer) { // label: io database
    try {
      ledger.book(customer, price.cents());
      return price;
    } catch (SQLException e) {
      throw new IllegalStateException("not booked: " + customer, e);
    }
  }
}
