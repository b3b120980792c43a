package dev.concur.samples.sequentialindependentio;

import dev.concur.samples.desk.CreditBureau;
import dev.concur.samples.desk.Ledger;
import dev.concur.samples.desk.Order;
import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes quotes. Wrong: the customer waits for the sum of all the waits.
 *
 * <p>Best: one virtual thread for each question; on 17 a pool sized by the wait, since no line
 * needs another's answer.
 */
public final class QuoteDesk {

  private final CreditBureau bureau;
  private final Ledger ledger;
  private final PricingClient prices;

  public QuoteDesk(CreditBureau bureau, Ledger ledger, PricingClient prices) {
    this.bureau = bureau;
    this.ledger = ledger;
    this.prices = prices;
  }

  /** Total of an order, in cents. */
  public long total(Order order) throws IOException, InterruptedException { // label: io network
    long total = 0;
    // expect: sequential-independent-io [17: threads, 21: virtual-threads]
    for (OrderLine line : order.lines()) {
      total += prices.priceOf(line.sku()).times(line.quantity());
    }
    return total;
  }

  /** Limits of customers who are new to us, by customer. */
  public Map<String, Long> limits(List<String> customers) throws IOException { // label: io network
    Map<String, Long> limits = new LinkedHashMap<>();
    // expect: sequential-independent-io [17: threads, 21: virtual-threads]
    for (String customer : customers) {
      limits.put(customer, bureau.limitOf(customer));
    }
    return limits;
  }

  /** What the customer may still order, in cents. */
  public long room(String customer) throws IOException, SQLException { // label: io
    // expect: sequential-independent-io [17: threads, 21: virtual-threads]
    long limit = bureau.limitOf(customer);
    long owed = ledger.balanceOf(customer);
    return limit - owed;
  }
}
