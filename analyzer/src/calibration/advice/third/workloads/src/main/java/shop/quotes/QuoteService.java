package shop.quotes;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the best offer of the five suppliers. */
public class QuoteService {
  private static final Logger LOG = System.getLogger(QuoteService.class.getName());
  private final SupplierClient client;
  private final List<Supplier> suppliers;

  public QuoteService(SupplierClient client, List<Supplier> suppliers) {
    this.client = client;
    this.suppliers = List.copyOf(suppliers);
  }

  public Optional<Quote> best(QuoteRequest request) throws InterruptedException {
    Quote best = null;
    for (Quote quote : collect(request)) {
      if (best == null || quote.betterThan(best)) {
        best = quote;
      }
    }
    return Optional.ofNullable(best);
  }

  public List<Quote> collect(QuoteRequest request) throws InterruptedException {
    List<Quote> quotes = new ArrayList<>(suppliers.size());
    for (Supplier supplier : suppliers) {
      try {
        quotes.add(client.quote(supplier, request));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "no offer of " + supplier.name(), e);
      }
    }
    return quotes;
  }
}
