package invoices.print;

/** The text of an invoice. */
public class InvoiceText {
  private static final double VAT = 0.19;

  public String render(Invoice invoice) {
    StringBuilder text = new StringBuilder(2048);
    text.append("Invoice ").append(invoice.number()).append('\n');
    text.append(Formats.date(invoice.date())).append("\n\n");
    double sum = 0;
    for (Invoice.Item item : invoice.items()) {
      text.append(item.text()).append(", delivered on ").append(Formats.date(item.delivered()));
      text.append(": ").append(Formats.amount(item.net())).append('\n');
      sum += item.net();
    }
    text.append("VAT ").append(Formats.amount(sum * VAT)).append('\n');
    text.append("Total ").append(Formats.amount(sum * (1 + VAT))).append('\n');
    return text.toString();
  }
}
