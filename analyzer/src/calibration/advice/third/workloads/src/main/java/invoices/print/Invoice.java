package invoices.print;

import java.util.Date;
import java.util.List;

/** An invoice. */
public record Invoice(String number, Date date, List<Item> items) {
  /** A line of an invoice. */
  public record Item(String text, Date delivered, double net) {}
}
