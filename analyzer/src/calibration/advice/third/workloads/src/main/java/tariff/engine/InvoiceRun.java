package tariff.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The fees of all customers of a month. */
public class InvoiceRun {
  private final TariffService service;

  public InvoiceRun(TariffService service) {
    this.service = service;
  }

  public long total(long[] units) {
    List<CompletableFuture<Long>> fees = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      fees.add(service.fee(units[i], i % 5));
    }
    CompletableFuture.allOf(fees.toArray(new CompletableFuture<?>[0])).join();
    long total = 0;
    for (CompletableFuture<Long> fee : fees) {
      total += fee.join();
    }
    return total;
  }
}
