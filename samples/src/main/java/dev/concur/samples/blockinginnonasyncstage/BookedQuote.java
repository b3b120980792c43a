package dev.concur.samples.blockinginnonasyncstage;

import dev.concur.samples.desk.Ledger;
import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for a price and books it. Wrong: the client's own threads are kept waiting for the database.
 */
public final class BookedQuote {

  private final PricingClient prices;
  private final Ledger ledger;

  public BookedQuote(PricingClient prices, Ledger ledger) {
    this.prices = prices;
    this.ledger = ledger;
  }

  /** A price that has been booked. */
  public CompletableFuture<Price> quoteAndBook(String sku, String customer) { // label: light async
    CompletableFuture<Price> asked = prices.priceLater(sku);
    return asked.thenApply(price -> booked(price, customer)); // expect: blocking-in-nonasync-stage
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
