package io.bandstand.batch;

import io.bandstand.db.OrderRepository;
import io.bandstand.db.SalesReport;
import io.bandstand.domain.Money;
import io.bandstand.domain.Order;
import io.bandstand.export.LedgerExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the director finds in the morning. */
public class NightlyReport extends Job {

  private final SalesReport sales;
  private final OrderRepository orders;
  private final LedgerExport ledger;
  private final Path folder;

  public NightlyReport(
      SalesReport sales, OrderRepository orders, LedgerExport ledger, Path folder) {
    super("nightly");
    this.sales = sales;
    this.orders = orders;
    this.ledger = ledger;
    this.folder = folder;
  }

  @Override
  protected int work() throws IOException {
    List<SalesReport.Sale> sold = sales.byShow();
    Files.writeString(folder.resolve("sales.txt"), text(sold));
    return sold.size();
  }

  public String text(List<SalesReport.Sale> sold) {
    StringBuilder text = new StringBuilder("Sales\n=====\n");
    long total = 0;
    for (SalesReport.Sale sale : sold) {
      text.append(
          String.format(
              "%6d %6d orders %14s%n",
              sale.show(), sale.orders(), new Money(sale.cents(), "EUR").format()));
      total += sale.cents();
    }
    return text.append("total ").append(new Money(total, "EUR").format()).append('\n').toString();
  }

  /** The orders of a show as the bookkeepers want them. */
  public String ledger(long show) throws IOException {
    return ledger.csv(orders.ofShow(show));
  }

  public static Map<LocalDate, Long> perDay(List<Order> orders) {
    return orders.stream()
        .collect(
            Collectors.groupingBy(
                o -> LocalDate.ofInstant(o.placed(), ZoneOffset.UTC),
                TreeMap::new,
                Collectors.summingLong(o -> o.total().cents())));
  }
}
